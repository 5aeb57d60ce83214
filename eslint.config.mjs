import tseslint from "typescript-eslint";
import office from "eslint-plugin-office-addins";
import { house } from "./scripts/house/lint.mjs";
import { FOREIGN_NAMES, ROOMS } from "./scripts/house/rooms.mjs";

const pureRooms = Object.keys(ROOMS).filter((room) => ROOMS[room].pure);
const officeRules = Object.fromEntries(
  Object.keys(office.rules).map((rule) => [`office-addins/${rule}`, "error"]),
);

export default tseslint.config(
  { ignores: ["dist", "node_modules", ".cache", "**/*.js", "**/*.mjs"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  { files: ["src/excel/**/*.ts"], plugins: { "office-addins": office }, rules: officeRules },
  {
    files: ["src/**/*.{ts,tsx}", "packages/*/src/**/*.ts"],
    plugins: { house },
    rules: { "house/imports": "error" },
  },
  {
    // The pure rooms are functions from data to data: what they know comes in as an argument.
    files: pureRooms.map((room) => `src/${room}/**/*.ts`),
    rules: {
      "no-restricted-globals": [
        "error",
        ...FOREIGN_NAMES.map((name) => ({ name, message: "A pure room knows no host, page or process." })),
      ],
    },
  },
);
