// `npm start`: builds the pages when that is due, then serves them.
import "./quick-drizzle.ts";
import { fileURLToPath } from "node:url";
import { buildWhenStale } from "./build.ts";
import { serveAsProduction } from "./env.ts";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
await buildWhenStale();

// before React and Next are loaded: they choose by it which build of themselves they are
serveAsProduction();
const { main } = await import("./main.ts");
await main();
