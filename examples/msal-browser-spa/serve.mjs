import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The page's files and the two browser builds of the library, as they are in the package. */
const library = fileURLToPath(new URL("../lib", import.meta.resolve("@azure/msal-browser")));
const files = {
  "/": ["index.html", "text/html"],
  "/app.js": ["app.js", "text/javascript"],
  "/spa": ["redirect.html", "text/html"],
  "/redirect.js": ["redirect.js", "text/javascript"],
  "/msal-browser.js": [join(library, "msal-browser.min.js"), "text/javascript"],
  "/msal-redirect-bridge.js": [
    join(library, "redirect-bridge", "msal-redirect-bridge.min.js"),
    "text/javascript",
  ],
};

/** Project Board of the demo's Contoso, unless told otherwise. */
const settings = JSON.stringify({
  authority: process.env.AUTHORITY ?? "https://localhost:8443/c0a50000-7e1d-4f0c-9a10-000000000001",
  clientId: process.env.CLIENT_ID ?? "b0a2d000-61c2-4e1c-8e40-000000000012",
});

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/settings.json") {
    response.setHeader("content-type", "application/json").end(settings);
    return;
  }
  const [file, type] = files[pathname] ?? [];
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader("content-type", `${type}; charset=utf-8`);
  response.end(await readFile(resolve(import.meta.dirname, file)));
});

server.listen(Number(process.env.PORT ?? 3000), "localhost", () => {
  console.log(`http://localhost:${server.address().port}`);
});
