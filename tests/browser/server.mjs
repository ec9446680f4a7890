// A static server for one folder, with the content security policy that the package promises to run under.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src data:";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** Serves `folder`; unknown paths give index.html with status 200, as the servers of many single-page apps do. */
export async function serve(folder, { policy = POLICY, types = TYPES } = {}) {
  const requests = [];
  const server = createServer(async ({ url }, response) => {
    const path = normalize(new URL(url, "http://host").pathname);
    requests.push(path);
    const headers = { "content-security-policy": policy };
    try {
      const body = await readFile(join(folder, path.endsWith("/") ? `${path}index.html` : path));
      response.writeHead(200, { ...headers, "content-type": types[extname(path)] ?? "text/html" }).end(body);
    } catch {
      response.writeHead(200, { ...headers, "content-type": "text/html" }).end("<!doctype html><title>fallback</title>");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
