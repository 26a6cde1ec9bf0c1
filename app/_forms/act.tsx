"use client";

import { useRouter } from "next/navigation";
import * as z from "zod";
import { Button } from "#app/_ui/button.tsx";
import type { Way } from "./ask.ts";
import { useAsking } from "./use-asking.ts";

/** One press, one change; says beside itself what stands in the way. */
export function Act(props: {
  way: Way<object>;
  asked?: object;
  act: string;
  look?: "plain" | "outline";
  onDone?: () => void;
}) {
  const { way, asked = {}, act, look, onDone } = props;
  const router = useRouter();
  const { send, busy, problemOf } = useAsking({
    ...way,
    schema: z.looseObject({}),
    onDone: onDone ?? (() => router.refresh()),
  });
  return (
    <>
      <Button look={look} onClick={() => void send(asked)} aria-busy={busy}>
        {act}
      </Button>
      {problemOf(null) && (
        <p className="problem" role="alert">
          {problemOf(null)}
        </p>
      )}
    </>
  );
}
