CREATE TABLE "answer_boxes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"meeting_id" uuid,
	"state" text NOT NULL,
	"answered" integer
);
--> statement-breakpoint
CREATE TABLE "answer_counts" (
	"box_id" uuid NOT NULL,
	"question" text NOT NULL,
	"option" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "answer_counts_pkey" PRIMARY KEY("box_id","question","option")
);
--> statement-breakpoint
CREATE TABLE "answer_lines" (
	"key" uuid PRIMARY KEY NOT NULL,
	"box_id" uuid NOT NULL,
	"line" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_receipts" (
	"box_id" uuid NOT NULL,
	"who" text NOT NULL,
	CONSTRAINT "answer_receipts_pkey" PRIMARY KEY("box_id","who")
);
--> statement-breakpoint
CREATE TABLE "sealed_answers" (
	"key" uuid PRIMARY KEY NOT NULL,
	"box_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answer_boxes" ADD CONSTRAINT "answer_boxes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_counts" ADD CONSTRAINT "answer_counts_box_id_answer_boxes_id_fk" FOREIGN KEY ("box_id") REFERENCES "public"."answer_boxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_lines" ADD CONSTRAINT "answer_lines_box_id_answer_boxes_id_fk" FOREIGN KEY ("box_id") REFERENCES "public"."answer_boxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_receipts" ADD CONSTRAINT "answer_receipts_box_id_answer_boxes_id_fk" FOREIGN KEY ("box_id") REFERENCES "public"."answer_boxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_answers" ADD CONSTRAINT "sealed_answers_box_id_answer_boxes_id_fk" FOREIGN KEY ("box_id") REFERENCES "public"."answer_boxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_lines_box" ON "answer_lines" USING btree ("box_id");--> statement-breakpoint
CREATE INDEX "sealed_answers_box" ON "sealed_answers" USING btree ("box_id");
--> statement-breakpoint

-- Answers nobody may read singly. Three things must not be joined: who has answered, what was answered, and when. So
-- nothing here has a moment, a sequence or a growing id; and because Postgres itself keeps an order – the number of the
-- transaction that wrote a row (xmin) and the row's place (ctid) – every cast writes all receipts of its box anew, in
-- an order of chance, and all its sealed answers anew, under new keys, in another. After each cast all receipts bear
-- one xmin and all sealed answers another.

-- Casts one sealed answer, if nothing was added to the meeting's log since the caller looked (number p_expected) and
-- the box is open. Answers `taken`, `already`, `closed` or `stale`. Closing, and whoever adds to the log, wait for the same rows.
CREATE FUNCTION cast_sealed(
	p_meeting uuid, p_expected bigint, p_box uuid, p_kind text, p_who text, p_sealed bytea
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
	ended bigint;
	box record;
	everybody text[];
	everything bytea[];
BEGIN
	SELECT last_seq INTO STRICT ended FROM meetings WHERE id = p_meeting FOR SHARE;
	IF ended <> p_expected THEN
		RETURN 'stale';
	END IF;

	INSERT INTO answer_boxes (id, kind, meeting_id, state) VALUES (p_box, p_kind, p_meeting, 'open')
	ON CONFLICT (id) DO NOTHING;
	SELECT state, kind, meeting_id INTO STRICT box FROM answer_boxes WHERE id = p_box FOR UPDATE;
	IF box.state <> 'open' OR box.kind <> p_kind OR box.meeting_id IS DISTINCT FROM p_meeting THEN
		RETURN 'closed';
	END IF;
	IF EXISTS (SELECT FROM answer_receipts WHERE box_id = p_box AND who = p_who) THEN
		RETURN 'already';
	END IF;

	everybody := ARRAY(SELECT who FROM answer_receipts WHERE box_id = p_box) || p_who;
	DELETE FROM answer_receipts WHERE box_id = p_box;
	INSERT INTO answer_receipts (box_id, who) SELECT p_box, who FROM unnest(everybody) AS who ORDER BY gen_random_uuid();

	everything := ARRAY(SELECT sealed FROM sealed_answers WHERE box_id = p_box) || p_sealed;
	PERFORM shuffle_sealed(p_box, everything);
	RETURN 'taken';
END
$$;
--> statement-breakpoint

-- Puts these in the place of all that lie sealed in a box. The block is a transaction within the transaction: what it
-- writes bears a number of its own, so that nothing else written by the same statement can be found by it.
CREATE FUNCTION shuffle_sealed(p_box uuid, p_sealed bytea[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
	DELETE FROM sealed_answers WHERE box_id = p_box;
	INSERT INTO sealed_answers (key, box_id, sealed)
	SELECT gen_random_uuid(), p_box, sealed FROM unnest(p_sealed) AS sealed ORDER BY gen_random_uuid();
EXCEPTION
	WHEN assert_failure THEN RAISE; -- never: it is the clause that makes the block a transaction
END
$$;
--> statement-breakpoint

-- Whether this person, or seat, has answered.
CREATE FUNCTION has_receipt(p_box uuid, p_who text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
	SELECT EXISTS (SELECT FROM answer_receipts WHERE box_id = p_box AND who = p_who)
$$;
--> statement-breakpoint

-- From here on nothing is taken; a box nobody answered into is made, so that nobody will.
CREATE FUNCTION close_box(p_meeting uuid, p_box uuid, p_kind text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
	INSERT INTO answer_boxes (id, kind, meeting_id, state) VALUES (p_box, p_kind, p_meeting, 'closed')
	ON CONFLICT (id) DO UPDATE SET state = 'closed' WHERE answer_boxes.state = 'open'
$$;
--> statement-breakpoint

-- What lies in a box, in an order of chance: of a closed one everything; of a board's, which never closes, a batch of at
-- least five or nothing; of any other nothing. { state, answered, sealed: [{ key, sealed }] }, sealed as hex.
CREATE FUNCTION sealed_in(p_box uuid) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
	SELECT jsonb_build_object(
		'state', box.state,
		'answered', (SELECT count(*) FROM answer_receipts WHERE box_id = p_box),
		'sealed', CASE
			WHEN box.state = 'closed' OR (box.kind = 'officers' AND 5 <= (SELECT count(*) FROM sealed_answers WHERE box_id = p_box))
			THEN (
				SELECT coalesce(jsonb_agg(jsonb_build_object('key', key, 'sealed', encode(sealed, 'hex')) ORDER BY gen_random_uuid()), '[]')
				FROM sealed_answers WHERE box_id = p_box
			)
			ELSE '[]'
		END
	)
	FROM answer_boxes box WHERE box.id = p_box
$$;
--> statement-breakpoint

-- Counts what was found by `sealed_in`, all or nothing, and forgets it together with who had answered. False when it is
-- not there any more, or not all: somebody else has counted it.
--   counts: [{ question, option, count }]    lines: [text], which are kept in an order of chance
--   carried: what of it goes on, sealed anew, to the box of the board (p_board): [hex]
CREATE FUNCTION count_box(
	p_box uuid, p_keys uuid[], p_answered integer, p_counts jsonb, p_lines jsonb, p_board uuid, p_carried jsonb
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
	PERFORM FROM answer_boxes WHERE id = p_box AND state = 'closed' FOR UPDATE;
	-- a closed box gains nothing: as many as were found, and all of them there, are all there are
	IF NOT FOUND OR cardinality(p_keys) <> (SELECT count(*) FROM sealed_answers WHERE box_id = p_box)
		OR cardinality(p_keys) <> (SELECT count(*) FROM sealed_answers WHERE box_id = p_box AND key = ANY (p_keys))
	THEN
		RETURN false;
	END IF;

	IF jsonb_array_length(p_carried) > 0 THEN
		INSERT INTO answer_boxes (id, kind, state) VALUES (p_board, 'officers', 'open') ON CONFLICT (id) DO NOTHING;
		PERFORM FROM answer_boxes WHERE id = p_board FOR UPDATE;
		PERFORM shuffle_sealed(
			p_board,
			ARRAY(SELECT sealed FROM sealed_answers WHERE box_id = p_board)
				|| ARRAY(SELECT decode(value, 'hex') FROM jsonb_array_elements_text(p_carried))
		);
	END IF;
	INSERT INTO answer_counts (box_id, question, option, count)
	SELECT p_box, question, option, count FROM jsonb_to_recordset(p_counts) AS told(question text, option text, count integer);
	INSERT INTO answer_lines (key, box_id, line)
	SELECT gen_random_uuid(), p_box, line FROM jsonb_array_elements_text(p_lines) AS line ORDER BY gen_random_uuid();
	DELETE FROM sealed_answers WHERE box_id = p_box;
	DELETE FROM answer_receipts WHERE box_id = p_box;
	UPDATE answer_boxes SET state = 'counted', answered = p_answered WHERE id = p_box;
	RETURN true;
END
$$;
--> statement-breakpoint

-- Counts a batch of a board's box into the box of a meeting; false when it is not as it was found.
CREATE FUNCTION count_batch(p_board uuid, p_keys uuid[], p_into uuid, p_counts jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
	PERFORM FROM answer_boxes WHERE id = p_board AND kind = 'officers' FOR UPDATE;
	IF cardinality(p_keys) < 5 OR cardinality(p_keys) <> (
		SELECT count(*) FROM sealed_answers WHERE box_id = p_board AND key = ANY (p_keys)
	) THEN
		RETURN false;
	END IF;
	INSERT INTO answer_counts (box_id, question, option, count)
	SELECT p_into, question, option, count FROM jsonb_to_recordset(p_counts) AS told(question text, option text, count integer);
	DELETE FROM sealed_answers WHERE box_id = p_board AND key = ANY (p_keys);
	RETURN true;
END
$$;
--> statement-breakpoint

-- What it came to is on the record.
CREATE FUNCTION finish_box(p_box uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
	UPDATE answer_boxes SET state = 'told' WHERE id = p_box AND state = 'counted'
$$;
--> statement-breakpoint

-- It was opened by mistake: what lies in it is never opened. What has been counted stays.
CREATE FUNCTION void_box(p_meeting uuid, p_box uuid, p_kind text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
	INSERT INTO answer_boxes (id, kind, meeting_id, state) VALUES (p_box, p_kind, p_meeting, 'void')
	ON CONFLICT (id) DO UPDATE SET state = 'void' WHERE answer_boxes.state IN ('open', 'closed');
	DELETE FROM sealed_answers WHERE box_id IN (SELECT id FROM answer_boxes WHERE id = p_box AND state = 'void');
	DELETE FROM answer_receipts WHERE box_id IN (SELECT id FROM answer_boxes WHERE id = p_box AND state = 'void');
END
$$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION
	cast_sealed(uuid, bigint, uuid, text, text, bytea), shuffle_sealed(uuid, bytea[]), has_receipt(uuid, text),
	close_box(uuid, uuid, text), sealed_in(uuid), count_box(uuid, uuid[], integer, jsonb, jsonb, uuid, jsonb),
	count_batch(uuid, uuid[], uuid, jsonb), finish_box(uuid), void_box(uuid, uuid, text)
FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
	cast_sealed(uuid, bigint, uuid, text, text, bytea), has_receipt(uuid, text), close_box(uuid, uuid, text), sealed_in(uuid),
	count_box(uuid, uuid[], integer, jsonb, jsonb, uuid, jsonb), count_batch(uuid, uuid[], uuid, jsonb), finish_box(uuid),
	void_box(uuid, uuid, text)
TO candour_server;
--> statement-breakpoint
-- who has answered, and what lies sealed, are not among what the server may read
GRANT SELECT ON answer_boxes, answer_counts, answer_lines TO candour_server;
