// What may be asked about people: parsed in the form before it is sent, and again where it arrives.
import * as z from "zod";
import { BoardId, MeetingId, PartnerId, PersonId } from "../ids.ts";
import { Level } from "../meeting/registers.ts";
import { optionalWords, words } from "../words.ts";
import { EmailAddress } from "./email-address.ts";

/** Signs, as a reader counts them: one emoji is one. */
export const PASSWORD_LEAST = 12;
export const PASSWORD_MOST = 128;

// what is too much to be looked at at all is refused before it is counted
const Password = z
  .string()
  .max(4 * PASSWORD_MOST)
  .refine((text) => text.isWellFormed());

const inTheRegister = {
  name: words(120),
  post: optionalWords(160),
  level: Level,
  /** The office an elected councillor holds. */
  electedOffice: words(160).nullable(),
  partnerId: PartnerId.nullable(),
};

export const AddPerson = z.strictObject({ ...inTheRegister, email: EmailAddress.nullable() });
export type AddPerson = z.infer<typeof AddPerson>;

/** The whole of it, as the form shows it; `siteAdmin` is an administrator's to change. */
export const ChangePerson = z.strictObject({
  personId: PersonId,
  ...inTheRegister,
  email: EmailAddress.nullable(),
  siteAdmin: z.boolean(),
});
export type ChangePerson = z.infer<typeof ChangePerson>;

export const SetDisabled = z.strictObject({ personId: PersonId, disabled: z.boolean() });
export type SetDisabled = z.infer<typeof SetDisabled>;

export const MakeLink = z.strictObject({ personId: PersonId });
export type MakeLink = z.infer<typeof MakeLink>;

export const UseLink = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/), password: Password });
export type UseLink = z.infer<typeof UseLink>;

export const ChangePassword = z.strictObject({ current: Password, password: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const EndSession = z.strictObject({ personId: PersonId, sessionId: z.uuid() });
export type EndSession = z.infer<typeof EndSession>;

/** `but` keeps the session that asks. */
export const EndSessions = z.strictObject({ personId: PersonId, but: z.enum(["none", "this"]) });
export type EndSessions = z.infer<typeof EndSessions>;

/** Somebody who came in during a meeting and is not in the register. */
export const AddWalkIn = z.strictObject({ boardId: BoardId, meetingId: MeetingId, ...inTheRegister });
export type AddWalkIn = z.infer<typeof AddWalkIn>;

export const ReadNotice = z.strictObject({ boardId: BoardId });
export type ReadNotice = z.infer<typeof ReadNotice>;
