import tseslint from "typescript-eslint";
import office from "eslint-plugin-office-addins";

const pureRooms = [
  "expr",
  "model",
  "text",
  "quantities",
  "printed",
  "kept",
  "forms",
  "rules",
  "scoring",
  "checks",
  "report",
  "proofread",
];
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
    // The pure rooms are functions from data to data: no host, no page, no file system, no room below them.
    files: pureRooms.map((room) => `src/${room}/**/*.ts`),
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: [
                "**/excel/**",
                "**/taskpane/**",
                "**/commands/**",
                "@jiheng/excel-host/*",
                "**/workbench/**",
                "**/cli/**",
              ],
              message: "A pure room imports nothing from the rooms below it.",
            },
            {
              group: [
                "react",
                "react-dom",
                "react/*",
                "@fluentui/*",
                "node:*",
                "fs",
                "path",
                "@univerjs/*",
                "excelize-wasm",
                "hucre",
                "@microsoft/*",
              ],
              message: "A pure room knows no host, page or file system.",
            },
          ],
        },
      ],
      "no-restricted-globals": [
        "error",
        ...[
          "window",
          "document",
          "Office",
          "Excel",
          "OfficeExtension",
          "process",
          "fetch",
          "localStorage",
          "sessionStorage",
          "navigator",
        ].map((name) => ({
          name,
          message: "A pure room knows no host, page or process.",
        })),
      ],
    },
  },
);
