import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

// Only src/ipc may talk to the shell.
const shell = {
  group: ["@tauri-apps/*"],
  message: "Only src/ipc talks to the shell; call a function of ipc instead.",
};
// Shared parts know nothing of the app around them.
const upwards = {
  regex: "(^|/)(app|features)/",
  message: "Shared parts may not know the app or a feature.",
};
// One feature reaches another by route, never by import.
const sideways = {
  regex: "features/|^\\.\\./(?!\\.\\./(shared|ipc)(/|$))(?!\\.\\./\\.\\./(shared|ipc)(/|$))",
  message: "A feature imports only itself, shared and ipc; reach another one with go().",
};
const forbid = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default ts.config(
  { ignores: ["dist", "node_modules", "src/ipc/gen", "src/shared/text-keys.gen.ts"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig },
    },
  },
  {
    rules: {
      "no-undef": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // Dates are never changed here, only replaced.
      "svelte/prefer-svelte-reactivity": "off",
      "svelte/no-navigation-without-resolve": "off",
      // The policy of the window forbids inline styles and foreign markup.
      "svelte/no-at-html-tags": "error",
      "svelte/no-inline-styles": "off",
    },
  },
  { files: ["src/app/**"], rules: forbid(shell) },
  { files: ["src/shared/**"], rules: forbid(shell, upwards) },
  { files: ["src/features/**"], rules: forbid(shell, sideways) },
);
