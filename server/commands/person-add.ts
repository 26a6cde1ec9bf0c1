// npm run person:add -- --name "Ruth Calloway" --email ruth@example.org [--admin]
// Adds somebody to the register and prints the link by which they set a password.
import { parseArgs } from "node:util";
import * as z from "zod";
import { EmailAddress } from "#domain/registers/email-address.ts";
import { words } from "#domain/words.ts";
import { addFirstPerson } from "../registers/add-first-person.ts";
import { onDatabase } from "./on-database.ts";

const { values } = parseArgs({
  options: {
    name: { type: "string" },
    email: { type: "string" },
    admin: { type: "boolean", default: false },
  },
});
const person = z.object({ name: words(120), email: EmailAddress, admin: z.boolean() }).safeParse(values);

if (person.success) {
  await onDatabase(async ({ env, database, clock }) => {
    const added = await addFirstPerson({ database, clock }, person.data);
    if (!added.ok) throw new Error(`Somebody in the register already has the address ${person.data.email}.`);
    return [
      `${person.data.name} is in the register${person.data.admin ? " as an administrator" : ""}.`,
      `They set a password here, once, within seven days: ${env.publicUrl}/welcome/${added.token}`,
    ];
  });
} else {
  process.stderr.write(
    'Give a name and one e-mail address: npm run person:add -- --name "Ruth Calloway" --email ruth@example.org --admin\n',
  );
  process.exitCode = 1;
}
