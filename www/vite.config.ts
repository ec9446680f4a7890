import { defineConfig, type Plugin } from "vite";

/** The dev server injects styles by script, which the page's strict policy forbids: drop it there. */
const withoutPolicyInDev: Plugin = {
  name: "without-policy-in-dev",
  apply: "serve",
  transformIndexHtml(html, { server }) {
    return server ? html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "") : html;
  },
};

export default defineConfig({
  // Relative, so that the built folder works at any path of any host.
  base: "./",
  plugins: [withoutPolicyInDev],
  build: {
    target: "es2022",
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
