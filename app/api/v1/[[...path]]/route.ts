import { answerByKey, readOnly } from "#server/api/answer.ts";
import { runtime } from "#server/runtime.ts";

export const dynamic = "force-dynamic";

const answer = (request: Request) => answerByKey(runtime(), request);

export {
  answer as GET,
  answer as HEAD,
  readOnly as DELETE,
  readOnly as PATCH,
  readOnly as POST,
  readOnly as PUT,
};
