import * as z from "zod";

/**
 * One address and nothing else: a list, a display name or an angle bracket would one day reach somebody
 * who was not meant (`reliability.md` P55). Lower case, at most 254 signs.
 */
export const EmailAddress = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .transform((address) => address.toLowerCase());
export type EmailAddress = z.infer<typeof EmailAddress>;
