import jsQr from "jsqr";

type ReadPixels = typeof jsQr.default;
// The library is CommonJS, and Node and the test runner name its one function differently.
const readPixels = ("default" in jsQr ? jsQr.default : jsQr) as ReadPixels;

/** What a phone reads from a QR code of dark and light modules. */
function readQrCode(isDark: (x: number, y: number) => boolean, size: number): string | undefined {
  const scale = 4;
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4);
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++) {
      const shade = isDark(Math.floor(x / scale), Math.floor(y / scale)) ? 0 : 255;
      pixels.set([shade, shade, shade, 255], (y * size * scale + x) * 4);
    }
  return readPixels(pixels, size * scale, size * scale)?.data;
}

/** The same from the picture on a page. */
export function readQrPicture(html: string): string | undefined {
  const svg = html.slice(html.indexOf('<svg class="qr-code"'));
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const dark = new Set<string>();
  const path = /fill="#000" d="([^"]+)"/.exec(svg)?.[1] ?? "";
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let step = 0; step < Number(length); step++) dark.add(`${Number(x) + step} ${y}`);
  return readQrCode((x, y) => dark.has(`${x} ${y}`), size);
}
