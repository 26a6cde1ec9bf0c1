import { EndScreen, SetScreenLevel } from "#domain/registers/screens.ts";
import { answering } from "#server/auth/answering.ts";
import { endScreen, setScreenLevel } from "#server/screens/screen-links.ts";

export const PUT = answering(SetScreenLevel, setScreenLevel);
export const DELETE = answering(EndScreen, endScreen);
