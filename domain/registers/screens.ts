// What may be asked about the second screens of a meeting.
import * as z from "zod";
import { MeetingId } from "../ids.ts";
import { ScreenLevel } from "../meeting/screen.ts";

const ofMeeting = { meetingId: MeetingId };
const ofScreen = { ...ofMeeting, screenId: z.uuid() };

export const ListScreens = z.strictObject(ofMeeting);
export type ListScreens = z.infer<typeof ListScreens>;

export const MakeScreen = z.strictObject({ ...ofMeeting, level: ScreenLevel });
export type MakeScreen = z.infer<typeof MakeScreen>;

export const SetScreenLevel = z.strictObject({ ...ofScreen, level: ScreenLevel });
export type SetScreenLevel = z.infer<typeof SetScreenLevel>;

export const EndScreen = z.strictObject(ofScreen);
export type EndScreen = z.infer<typeof EndScreen>;

/** A screen that may be opened, as whoever runs the meeting sees it: never with its token, which is shown once. */
export const ScreenRow = z.object({
  id: z.string(),
  level: ScreenLevel,
  madeBy: z.string(),
  madeAt: z.number(),
  expiresAt: z.number(),
  /** How many walls show it now, as far as the answering process knows. */
  showing: z.number(),
});
export type ScreenRow = z.infer<typeof ScreenRow>;

export const ScreenRows = z.object({ screens: z.array(ScreenRow) });
export const MadeScreen = z.object({ screen: ScreenRow, token: z.string() });

/** With what a wall comes to the socket: the address it was opened by, and nothing of a person. */
export const ScreenKey = z.strictObject({
  ...ofMeeting,
  token: z.string().regex(/^[\w-]{43}$/),
  protocol: z.int(),
});
export type ScreenKey = z.infer<typeof ScreenKey>;
