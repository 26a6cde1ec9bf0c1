import { ListScreens, MakeScreen } from "#domain/registers/screens.ts";
import { answering } from "#server/auth/answering.ts";
import { listScreens, makeScreen } from "#server/screens/screen-links.ts";

export const GET = answering(ListScreens, listScreens);
export const POST = answering(MakeScreen, makeScreen);
