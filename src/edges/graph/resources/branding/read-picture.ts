import { imageSize } from "image-size";
import type { BrandingAssetKind } from "../../../../domain/directory/rules/branding.ts";
import { badRequest } from "../../graph-error.ts";

interface PictureLimit {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

const square: PictureLimit = { width: 240, height: 240, bytes: 50 * 1024 };

/** Twice the size that pages show is enough for every screen. */
const limits: Record<Exclude<BrandingAssetKind, "stylesheet">, PictureLimit> = {
  "background-image": { width: 1920, height: 1080, bytes: 300 * 1024 },
  "banner-logo": { width: 490, height: 72, bytes: 50 * 1024 },
  "square-logo": square,
  "square-logo-dark": square,
  favicon: { width: 128, height: 128, bytes: 20 * 1024 },
};

const mediaTypes: Readonly<Record<string, string>> = { png: "image/png", jpg: "image/jpeg" };

/** The media type of a picture, by its bytes whatever its sender calls it. Throws 400 saying what is wrong with it. */
export function readPicture(kind: Exclude<BrandingAssetKind, "stylesheet">, content: Buffer): string {
  const limit = limits[kind];
  const { type, width, height } = measure(content);
  const mediaType = mediaTypes[type];
  if (mediaType === undefined) throw notAPicture();
  if (content.length > limit.bytes || width > limit.width || height > limit.height)
    throw badRequest("The picture is too large.", {
      code: "PictureTooLarge",
      message: `At most ${limit.width} × ${limit.height} pixels and ${limit.bytes / 1024} KB; it has ${width} × ${height} and ${Math.ceil(content.length / 1024)} KB.`,
    });
  return mediaType;
}

function measure(content: Buffer): {
  readonly type: string;
  readonly width: number;
  readonly height: number;
} {
  try {
    const { type = "", width, height } = imageSize(content);
    return { type, width, height };
  } catch {
    throw notAPicture();
  }
}

function notAPicture() {
  return badRequest("The file is no PNG or JPEG picture.", {
    code: "PictureNotReadable",
    message: "Send a picture in PNG or JPEG format.",
  });
}
