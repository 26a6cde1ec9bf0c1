import { ReadNotice } from "#domain/registers/people.ts";
import { answering } from "#server/auth/answering.ts";
import { markNoticeRead } from "#server/registers/notice.ts";

export const POST = answering(ReadNotice, markNoticeRead);
