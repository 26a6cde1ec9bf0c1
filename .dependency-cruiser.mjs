// Imports run one way: domain ← db ← server ← app. `docs/decisions/` says why; tests/architecture.test.ts makes
// sure that these rules saw every file.
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: "\\.test\\.tsx?$" },
  to: { path: "^(domain|db|server|app|tests)/", pathNot: allowed },
});

const browser = ["^app/_", "^app/.+/_", "^app/.*error\\.tsx$"]; // nested groups are rejected as unsafe

export default {
  forbidden: [
    only(
      "domain-knows-nobody",
      "The rules run in the browser, on the server and in replays.",
      "^domain/",
      "^domain/",
    ),
    only("db-knows-domain", "Storage knows what is stored, not who asks.", "^db/", "^(domain|db)/"),
    only(
      "server-knows-no-screens",
      "The process starts Next; it never imports a route.",
      "^server/",
      "^(domain|db|server)/",
    ),
    only(
      "routes-go-through-server",
      "A route asks the layer that checks who is asking.",
      "^app/",
      "^(domain|server|app)/",
    ),
    {
      name: "browser-code-is-browser-safe",
      comment:
        "An underscore folder is code the browser may load: it takes the rules and other such folders.",
      severity: "error",
      from: { path: browser, pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(app|db|server|tests)/", pathNot: browser },
    },
    {
      name: "domain-uses-two-libraries",
      comment: "Whatever the rules use, every browser loads.",
      severity: "error",
      from: { path: "^domain/", pathNot: "\\.test\\.ts$" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-no-pkg", "core"],
        pathNot: ["^node_modules/zod/", "^node_modules/temporal-polyfill/"],
      },
    },
    {
      name: "browser-uses-no-node",
      comment: "There is no Node in a browser.",
      severity: "error",
      from: { path: browser, pathNot: "\\.test\\.tsx?$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-cycles",
      comment: "Files that need each other are one file; types alone load nothing and may name each other.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere is one the other rules cannot judge.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "tests-are-leaves",
      comment: "Nothing that is shipped leans on a test.",
      severity: "error",
      from: { pathNot: "^tests/|\\.test\\.tsx?$" },
      to: { path: "^tests/|\\.test\\.tsx?$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
