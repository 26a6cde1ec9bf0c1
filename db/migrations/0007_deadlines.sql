ALTER TABLE "meetings" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "meetings_due" ON "meetings" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint

-- Deadlines, by the database's own clock (`docs/decisions/0020`). Whoever decided a command by another clock, or was
-- stopped for a while before it came here, is told `stale` and the time, and decides again.

ALTER FUNCTION append_if(uuid, bigint, jsonb, jsonb) RENAME TO append_at_end;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION append_at_end(uuid, bigint, jsonb, jsonb) FROM candour_server;
--> statement-breakpoint

-- As `append_at_end`, whose name it has taken, if it is the time for each of the commands besides.
--   commands may say notBefore and until, in milliseconds: recorded from the one on, and before the other
--   summary  may say dueAt: when the first deadline of the meeting falls due after the batch, null for none; not said, it
--            stays as it is
CREATE FUNCTION append_if(p_meeting uuid, p_expected bigint, p_commands jsonb, p_summary jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
	ended record;
	moment bigint;
	answer jsonb;
BEGIN
	-- nearly always: nothing that has a time
	IF NOT p_summary ? 'dueAt' AND NOT p_commands @? '$[*] ? (exists(@.notBefore) || exists(@.until))' THEN
		RETURN append_at_end(p_meeting, p_expected, p_commands, p_summary);
	END IF;

	SELECT last_seq INTO ended FROM meetings WHERE id = p_meeting FOR UPDATE;
	-- read once the row is ours: nobody comes between this moment and the commit
	moment := epoch_ms(clock_timestamp());
	IF ended.last_seq = p_expected AND EXISTS (
		SELECT FROM jsonb_to_recordset(p_commands) AS sent("notBefore" bigint, "until" bigint)
		WHERE sent."notBefore" > moment OR sent."until" <= moment
	) AND NOT EXISTS (
		-- one that is there already is told its number, whatever the time
		SELECT FROM jsonb_to_recordset(p_commands) AS sent(id uuid, "by" uuid, command jsonb)
		WHERE command_in_log(p_meeting, sent.id, sent.by, sent.command) IS NOT NULL
	) THEN
		RETURN jsonb_build_object(
			'status', 'stale',
			'outcomes', (SELECT jsonb_agg('{"outcome": "stale", "seq": null}'::jsonb) FROM jsonb_array_elements(p_commands)),
			'rows', '[]'::jsonb, 'lastSeq', ended.last_seq, 'now', moment
		);
	END IF;

	answer := append_at_end(p_meeting, p_expected, p_commands, p_summary - 'dueAt');
	IF answer->>'status' = 'appended' AND p_summary ? 'dueAt' THEN
		UPDATE meetings SET due_at = to_timestamp(0) + (p_summary->>'dueAt')::bigint * interval '1 millisecond'
		WHERE id = p_meeting;
	END IF;
	RETURN answer;
END
$$;
--> statement-breakpoint

-- As `cast_sealed` without it, before `p_until` alone: milliseconds of the database's clock, null where any time will do.
-- The other stays for servers of the version before, which may still run.
CREATE FUNCTION cast_sealed(
	p_meeting uuid, p_expected bigint, p_box uuid, p_kind text, p_who text, p_sealed bytea, p_until bigint
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
	ended bigint;
BEGIN
	SELECT last_seq INTO STRICT ended FROM meetings WHERE id = p_meeting FOR SHARE;
	PERFORM FROM answer_boxes WHERE id = p_box FOR UPDATE;
	-- where the log has moved on there may be more time: that is asked of it anew
	IF ended = p_expected AND epoch_ms(clock_timestamp()) >= p_until THEN
		RETURN 'closed';
	END IF;
	RETURN cast_sealed(p_meeting, p_expected, p_box, p_kind, p_who, p_sealed);
END
$$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION
	append_if(uuid, bigint, jsonb, jsonb), cast_sealed(uuid, bigint, uuid, text, text, bytea, bigint)
FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
	append_if(uuid, bigint, jsonb, jsonb), cast_sealed(uuid, bigint, uuid, text, text, bytea, bigint)
TO candour_server;
