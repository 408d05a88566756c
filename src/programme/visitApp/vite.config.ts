import { defineConfig } from "vite";
import { compressed, lean } from "../../design/vite.config.ts";

/** The app of the assistant's phone: a build of its own beside the pages' assets, after them. */
export default defineConfig({
  base: "/assets/onderweg/",
  publicDir: false,
  logLevel: "warn",
  build: {
    outDir: "build/assets/onderweg",
    emptyOutDir: true,
    assetsDir: "",
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    modulePreload: false,
    rolldownOptions: {
      input: [
        "src/programme/visitApp/client/main.tsx",
        "src/programme/visitApp/client/visitApp.css",
        "src/programme/visitApp/client/sw.ts",
      ],
    },
  },
  plugins: [lean, compressed],
});
