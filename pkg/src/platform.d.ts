/** Platforms that compile imported WebAssembly themselves hand over a module. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "node:fs/promises" {
  function readFile(path: URL): Promise<Uint8Array<ArrayBuffer>>;
}
