// npm run attack [-- URL]: the example attacks, and some of our own, against a running server with its sample loaded
// (`npm start`). Prints what surprised; the exit code is 1 when anything did.
import { apiAttacks } from "./api.ts";
import { httpAttacks } from "./http.ts";
import { screenAttacks } from "./screens.ts";
import { socketAttacks } from "./sockets.ts";
import { type Attack, openTarget, type Surprise, type Target } from "./target.ts";

const url = process.argv[2] ?? "http://localhost:3000";
const target = await openTarget(url);
const attacks: readonly Attack[] = [...httpAttacks, ...socketAttacks, ...screenAttacks, ...apiAttacks];

let surprises = 0;
for (const { id, name, run } of attacks) {
  const surprise = (await tried(run)) ?? (await isAlive(target));
  if (surprise !== null) surprises += 1;
  process.stdout.write(
    `${surprise === null ? "as expected" : "SURPRISE   "}  ${id}  ${name}${surprise === null ? "" : `: ${surprise}`}\n`,
  );
}
process.stdout.write(`${attacks.length} attacks, ${surprises} surprises\n`);
process.exit(surprises === 0 ? 0 : 1);

async function tried(run: Attack["run"]): Promise<Surprise> {
  try {
    return await run(target);
  } catch (error) {
    return `it could not be tried: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** After every attack the server is as ready as before. */
async function isAlive({ get }: Target): Promise<Surprise> {
  const asked = performance.now();
  const { status } = await get("/api/ready");
  if (status !== 200) return "the server is not ready any more";
  return performance.now() - asked > 2000 ? "the server answers slowly now" : null;
}
