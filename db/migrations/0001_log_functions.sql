-- The one way into the log, the one way to take words out of it, and the proof that nothing else was done.

-- What one row adds to the chain. Content enters as its hash, so that words can go and the chain still holds.
CREATE FUNCTION link_hash(
	previous bytea, meeting_id uuid, seq bigint, command_id uuid, nth integer, at_ms bigint, by_person uuid, v integer, content_hash bytea
) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256(
	previous || convert_to(concat_ws('|', meeting_id, seq, command_id, nth, at_ms, by_person, v), 'UTF8') || content_hash
);
--> statement-breakpoint

-- jsonb has one spelling of a value, so its text is canonical. The salt keeps short words from being guessed from their hash.
CREATE FUNCTION salted_hash(salt bytea, content jsonb) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256(salt || convert_to(content::text, 'UTF8'));
--> statement-breakpoint

CREATE FUNCTION epoch_ms(moment timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(epoch FROM moment) * 1000)::bigint;
--> statement-breakpoint

-- A row as the domain records it.
CREATE VIEW recorded_events AS
SELECT meeting_id, seq, epoch_ms("at") AS "at", "by", command_id AS "commandId", nth, v, event
FROM meeting_events;
--> statement-breakpoint

-- How a command stands in the log, as { outcome, seq }; null when it is not there. Where its words are gone, its id is enough.
CREATE FUNCTION command_in_log(p_meeting uuid, p_command_id uuid, p_by uuid, p_command jsonb) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
	SELECT jsonb_build_object('seq', seq, 'outcome', CASE
		WHEN command_hash <> salted_hash(salt, jsonb_build_array(p_by, p_command)) THEN 'reused'
		ELSE 'duplicate'
	END)
	FROM meeting_events
	WHERE meeting_id = p_meeting AND command_id = p_command_id AND nth = 1
$$;
--> statement-breakpoint

-- Appends a batch of decided commands if the log still ends at `expected`, all or nothing.
--   commands: [{ id, by, at, command, events: [{ v, event }] }], at in milliseconds
--   summary:  { boardId, title, startsAt, lengthMinutes, phase, closedAt, … }, as the meeting stands after the batch
--   answers   { status: appended | stale, outcomes: [{ outcome: ok | duplicate | reused | stale, seq }], rows, lastSeq, now }
-- A command the log already holds makes the rest of the batch stale: it was decided on a state that never was.
CREATE FUNCTION append_if(p_meeting uuid, p_expected bigint, p_commands jsonb, p_summary jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
	ended record;
	decided record;
	recorded record;
	next_seq bigint;
	first_seq bigint;
	chain bytea;
	salt bytea;
	content bytea;
	known jsonb;
	outcomes jsonb := '[]';
BEGIN
	IF p_expected = 0 THEN
		INSERT INTO meetings (id, board_id, title, starts_at, length_minutes, phase, created_at, summary)
		VALUES (
			p_meeting, (p_summary->>'boardId')::uuid, '', to_timestamp(0), 0, 'none',
			to_timestamp(0) + (p_commands->0->>'at')::bigint * interval '1 millisecond', '{}'
		)
		ON CONFLICT (id) DO NOTHING;
	END IF;

	-- everybody who writes to this meeting waits here; each statement below sees what they wrote
	SELECT last_seq, last_hash INTO STRICT ended FROM meetings WHERE id = p_meeting FOR UPDATE;

	SELECT jsonb_object_agg(sent.id, held.answer) INTO known
	FROM jsonb_to_recordset(p_commands) AS sent(id uuid, "by" uuid, command jsonb),
		LATERAL (SELECT command_in_log(p_meeting, sent.id, sent.by, sent.command) AS answer) held
	WHERE held.answer IS NOT NULL;

	IF known IS NOT NULL OR ended.last_seq <> p_expected THEN
		RETURN jsonb_build_object(
			'status', 'stale',
			'outcomes', (
				SELECT jsonb_agg(coalesce(known->(sent.value->>'id'), '{"outcome": "stale", "seq": null}') ORDER BY sent.ordinality)
				FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS sent
			),
			'rows', (
				SELECT coalesce(jsonb_agg(to_jsonb(later) - 'meeting_id' ORDER BY later.seq), '[]')
				FROM (SELECT * FROM recorded_events WHERE meeting_id = p_meeting AND seq > p_expected ORDER BY seq LIMIT 500) later
			),
			'lastSeq', ended.last_seq,
			'now', epoch_ms(clock_timestamp())
		);
	END IF;

	next_seq := p_expected;
	chain := ended.last_hash;
	FOR decided IN
		SELECT id, "by" AS person, "at" AS at_ms, command, events
		FROM jsonb_to_recordset(p_commands) AS sent(id uuid, "by" uuid, "at" bigint, command jsonb, events jsonb)
	LOOP
		first_seq := next_seq + 1;
		FOR recorded IN
			SELECT (value->>'v')::smallint AS v, value->'event' AS event, ordinality::smallint AS nth
			FROM jsonb_array_elements(decided.events) WITH ORDINALITY
		LOOP
			next_seq := next_seq + 1;
			salt := uuid_send(gen_random_uuid());
			content := salted_hash(salt, recorded.event);
			chain := link_hash(
				chain, p_meeting, next_seq, decided.id, recorded.nth, decided.at_ms, decided.person, recorded.v, content
			);
			INSERT INTO meeting_events (
				meeting_id, seq, command_id, nth, "at", "by", v, event, salt, command_hash, content_hash, chain_hash
			) VALUES (
				p_meeting, next_seq, decided.id, recorded.nth,
				to_timestamp(0) + decided.at_ms * interval '1 millisecond', decided.person, recorded.v, recorded.event, salt,
				CASE recorded.nth WHEN 1 THEN salted_hash(salt, jsonb_build_array(decided.person, decided.command)) END,
				content, chain
			);
		END LOOP;
		outcomes := outcomes || jsonb_build_object('outcome', 'ok', 'seq', first_seq);
	END LOOP;

	UPDATE meetings SET
		last_seq = next_seq,
		last_hash = chain,
		title = p_summary->>'title',
		starts_at = to_timestamp(0) + (p_summary->>'startsAt')::bigint * interval '1 millisecond',
		length_minutes = (p_summary->>'lengthMinutes')::integer,
		phase = p_summary->>'phase',
		closed_at = to_timestamp(0) + (p_summary->>'closedAt')::bigint * interval '1 millisecond',
		summary = p_summary
	WHERE id = p_meeting;

	RETURN jsonb_build_object(
		'status', 'appended', 'outcomes', outcomes, 'rows', '[]'::jsonb, 'lastSeq', next_seq, 'now', epoch_ms(clock_timestamp())
	);
END
$$;
--> statement-breakpoint

-- Nothing is edited or deleted. One change passes: words and salt going for good, where the audit trail says who and why.
CREATE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
	RAISE EXCEPTION 'appendOnly' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
END
$$;
--> statement-breakpoint

CREATE FUNCTION allow_withholding() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
	IF NEW.event IS NULL AND NEW.salt IS NULL
		AND to_jsonb(NEW) - '{event,salt}'::text[] = to_jsonb(OLD) - '{event,salt}'::text[]
		AND EXISTS (SELECT FROM audit WHERE what = 'wordsWithheld' AND subject = OLD.meeting_id || '/' || OLD.seq)
	THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'appendOnly' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
END
$$;
--> statement-breakpoint

CREATE TRIGGER meeting_events_no_delete BEFORE DELETE OR TRUNCATE ON meeting_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER meeting_events_no_update BEFORE UPDATE ON meeting_events
FOR EACH ROW EXECUTE FUNCTION allow_withholding();
--> statement-breakpoint
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- Erasure: the words of one event go for good, the audit trail says who asked and why. False when there was nothing to withhold.
CREATE FUNCTION withhold_words(p_meeting uuid, p_seq bigint, p_by uuid, p_reason text, p_at bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
	INSERT INTO audit ("at", "by", what, subject, detail)
	SELECT to_timestamp(0) + p_at * interval '1 millisecond', p_by, 'wordsWithheld', meeting_id || '/' || seq,
		jsonb_build_object('reason', p_reason)
	FROM meeting_events WHERE meeting_id = p_meeting AND seq = p_seq AND salt IS NOT NULL
	FOR UPDATE;
	IF NOT FOUND THEN
		RETURN false;
	END IF;
	UPDATE meeting_events SET event = NULL, salt = NULL WHERE meeting_id = p_meeting AND seq = p_seq;
	RETURN true;
END
$$;
--> statement-breakpoint

-- The first number at which a log does not hold: a row edited, lost, moved or inserted, words gone without an audit row, an
-- end cut off. Null when all is as it was written.
CREATE FUNCTION first_broken(p_meeting uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
	WITH kept AS (
		SELECT *, row_number() OVER by_seq AS place, lag(chain_hash, 1, ''::bytea) OVER by_seq AS previous
		FROM meeting_events WHERE meeting_id = p_meeting
		WINDOW by_seq AS (ORDER BY seq)
	), broken AS (
		SELECT place FROM kept
		WHERE seq <> place
			OR chain_hash <> link_hash(previous, meeting_id, seq, command_id, nth, epoch_ms("at"), "by", v, content_hash)
			OR content_hash <> salted_hash(salt, event)
			OR ((salt IS NULL OR event IS NULL) AND NOT EXISTS (
				SELECT FROM audit WHERE what = 'wordsWithheld' AND subject = p_meeting || '/' || kept.seq
			))
		UNION ALL
		SELECT counted.n + 1
		FROM meetings, LATERAL (SELECT count(*) AS n FROM kept) counted
		WHERE id = p_meeting
			AND (last_seq, last_hash) IS DISTINCT FROM (
				counted.n, coalesce((SELECT chain_hash FROM kept ORDER BY seq DESC LIMIT 1), ''::bytea)
			)
	)
	SELECT min(place) FROM broken
$$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION command_in_log(uuid, uuid, uuid, jsonb) FROM public;
--> statement-breakpoint
REVOKE ALL ON FUNCTION append_if(uuid, bigint, jsonb, jsonb) FROM public;
--> statement-breakpoint
REVOKE ALL ON FUNCTION withhold_words(uuid, bigint, uuid, text, bigint) FROM public;
--> statement-breakpoint
REVOKE ALL ON FUNCTION first_broken(uuid) FROM public;
