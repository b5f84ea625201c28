// Writes the union of all message ids, so that a misspelt key is a type error.
// Indonesian is the reference; a test keeps the English files in step.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const texts = fileURLToPath(new URL("../text/id/", import.meta.url));
const target = fileURLToPath(new URL("../src/shared/text-keys.gen.ts", import.meta.url));

const keys = readdirSync(texts)
  .filter((name) => name.endsWith(".ftl"))
  .flatMap((name) => [...readFileSync(texts + name, "utf8").matchAll(/^([a-z][\w-]*) *=/gim)])
  .map((match) => match[1])
  .sort();

const lines = keys.map((key) => `  | ${JSON.stringify(key)}`).join("\n");
writeFileSync(
  target,
  `// Generated from text/id by scripts/text-keys.mjs.\nexport type TextKey =\n${lines};\n`,
);
