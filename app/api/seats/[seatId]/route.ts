import { ChangeSeat, EndSeat } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { changeSeat, endSeat } from "#server/registers/seats.ts";

export const PUT = answering(ChangeSeat, changeSeat);
export const DELETE = answering(EndSeat, endSeat);
