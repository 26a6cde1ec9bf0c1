import { AddSeat } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { addSeat } from "#server/registers/seats.ts";

export const POST = answering(AddSeat, addSeat);
