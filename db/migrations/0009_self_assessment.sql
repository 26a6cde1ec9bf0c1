CREATE TABLE "assessment_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assessment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"pool" text NOT NULL,
	"sector_group" text NOT NULL,
	"token_hash" text NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "assessment_links_token" UNIQUE("token_hash"),
	CONSTRAINT "assessment_links_person" UNIQUE("assessment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"board_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"made_by" uuid,
	"box" uuid NOT NULL,
	"officers_box" uuid,
	"asked" integer NOT NULL,
	"invited_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"result" jsonb,
	CONSTRAINT "assessments_year" UNIQUE("board_id","year")
);
--> statement-breakpoint
CREATE TABLE "letters_stopped" (
	"person_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assessment_links" ADD CONSTRAINT "assessment_links_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_links" ADD CONSTRAINT "assessment_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters_stopped" ADD CONSTRAINT "letters_stopped_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- The answers of a self-assessment lie in the same boxes as those of a pulse, and are written in the same way: after
-- each cast all receipts of a box bear one xmin and all sealed answers another, in orders of chance. A link's row is
-- read and never locked, for a lock is written into the row and would bear the number of the cast.

-- Casts one sealed answer by a link, at a moment of the caller's clock: `taken`, `already`, or `closed` where it opens
-- nothing or not now. Ending, and giving it another last day, wait for the same row.
CREATE FUNCTION cast_assessment(p_link uuid, p_at timestamptz, p_sealed bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
	link record;
	asked record;
	into_box uuid;
	box_state text;
	everybody text[];
	everything bytea[];
BEGIN
	SELECT assessment_id, person_id, pool INTO link FROM assessment_links WHERE id = p_link AND revoked_at IS NULL;
	IF NOT FOUND THEN
		RETURN 'closed';
	END IF;
	SELECT box, officers_box, opens_at, closes_at, ended_at INTO STRICT asked
	FROM assessments WHERE id = link.assessment_id FOR SHARE;
	IF asked.ended_at IS NOT NULL OR p_at < asked.opens_at OR p_at >= asked.closes_at THEN
		RETURN 'closed';
	END IF;
	into_box := CASE WHEN link.pool = 'officers' THEN asked.officers_box ELSE asked.box END;

	INSERT INTO answer_boxes (id, kind, state) VALUES (into_box, 'assessment', 'open') ON CONFLICT (id) DO NOTHING;
	SELECT state INTO STRICT box_state FROM answer_boxes WHERE id = into_box AND kind = 'assessment' FOR UPDATE;
	IF box_state <> 'open' THEN
		RETURN 'closed';
	END IF;
	IF EXISTS (SELECT FROM answer_receipts WHERE box_id = into_box AND who = link.person_id::text) THEN
		RETURN 'already';
	END IF;

	everybody := ARRAY(SELECT who FROM answer_receipts WHERE box_id = into_box) || link.person_id::text;
	DELETE FROM answer_receipts WHERE box_id = into_box;
	INSERT INTO answer_receipts (box_id, who) SELECT into_box, who FROM unnest(everybody) AS who ORDER BY gen_random_uuid();

	everything := ARRAY(SELECT sealed FROM sealed_answers WHERE box_id = into_box) || p_sealed;
	PERFORM shuffle_sealed(into_box, everything);
	RETURN 'taken';
END
$$;
--> statement-breakpoint

-- How many have answered into a box; of a counted one, as many as there were.
CREATE FUNCTION answered_into(p_box uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
	SELECT coalesce(
		(SELECT answered FROM answer_boxes WHERE id = p_box),
		(SELECT count(*)::integer FROM answer_receipts WHERE box_id = p_box)
	)
$$;
--> statement-breakpoint

-- Whom a letter goes to: whoever is asked, may be let in, has an address and wants letters; for a reminder, only those
-- who have not answered. It is the one question that receipts are asked, and its answer is written down nowhere.
CREATE FUNCTION letters_to(p_assessment uuid, p_unanswered boolean) RETURNS TABLE (link_id uuid, name text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
	SELECT l.id, p.name, p.email
	FROM assessment_links l
	JOIN assessments a ON a.id = l.assessment_id
	JOIN people p ON p.id = l.person_id
	WHERE l.assessment_id = p_assessment AND l.revoked_at IS NULL AND p.disabled_at IS NULL AND p.email IS NOT NULL
		AND NOT EXISTS (SELECT FROM letters_stopped s WHERE s.person_id = p.id)
		AND NOT (p_unanswered AND EXISTS (
			SELECT FROM answer_receipts r
			WHERE r.box_id = CASE WHEN l.pool = 'officers' THEN a.officers_box ELSE a.box END AND r.who = p.id::text
		))
	ORDER BY l.id
$$;
--> statement-breakpoint

-- From here on nobody answers. Returns its id, once: to whoever ends it.
CREATE FUNCTION end_assessment(p_assessment uuid, p_at timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
	asked record;
BEGIN
	UPDATE assessments SET ended_at = p_at WHERE id = p_assessment AND ended_at IS NULL
	RETURNING box, officers_box INTO asked;
	IF NOT FOUND THEN
		RETURN;
	END IF;
	INSERT INTO answer_boxes (id, kind, state)
	SELECT box, 'assessment', 'closed' FROM unnest(ARRAY[asked.box, asked.officers_box]) AS box WHERE box IS NOT NULL
	ON CONFLICT (id) DO UPDATE SET state = 'closed' WHERE answer_boxes.state = 'open';
	RETURN NEXT p_assessment;
END
$$;
--> statement-breakpoint

-- Puts the result in the place of what lay in both boxes, all of it and once; what is not in it is gone unread, and
-- with it who had answered. False when somebody else has, or when the keys are not all there are.
CREATE FUNCTION count_assessment(
	p_assessment uuid, p_keys uuid[], p_officers uuid[], p_answered integer, p_officers_answered integer, p_result jsonb
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
	asked record;
BEGIN
	SELECT box, officers_box INTO asked FROM assessments
	WHERE id = p_assessment AND ended_at IS NOT NULL AND result IS NULL FOR UPDATE;
	IF NOT FOUND OR NOT count_box(asked.box, p_keys, p_answered, '[]', '[]', NULL, '[]') THEN
		RETURN false;
	END IF;
	IF asked.officers_box IS NOT NULL
		AND NOT count_box(asked.officers_box, p_officers, p_officers_answered, '[]', '[]', NULL, '[]')
	THEN
		RAISE EXCEPTION 'the officers'' answers are not all there';
	END IF;
	UPDATE answer_boxes SET state = 'told' WHERE id IN (asked.box, asked.officers_box);
	UPDATE assessments SET result = p_result WHERE id = p_assessment;
	RETURN true;
END
$$;
--> statement-breakpoint

-- As if it had never been opened: while no letter has gone out and nobody has answered. Returns its id, once.
CREATE FUNCTION take_back_assessment(p_assessment uuid) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
	DELETE FROM assessments a
	WHERE a.id = p_assessment AND a.invited_at IS NULL AND a.ended_at IS NULL
		AND NOT EXISTS (SELECT FROM answer_receipts WHERE box_id IN (a.box, a.officers_box))
	RETURNING a.id
$$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION
	cast_assessment(uuid, timestamptz, bytea), answered_into(uuid), letters_to(uuid, boolean),
	end_assessment(uuid, timestamptz), count_assessment(uuid, uuid[], uuid[], integer, integer, jsonb),
	take_back_assessment(uuid)
FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
	cast_assessment(uuid, timestamptz, bytea), answered_into(uuid), letters_to(uuid, boolean),
	end_assessment(uuid, timestamptz), count_assessment(uuid, uuid[], uuid[], integer, integer, jsonb),
	take_back_assessment(uuid)
TO candour_server;
--> statement-breakpoint
-- its end and its result are the functions' to write; a link is revoked, never removed by itself
GRANT SELECT, INSERT, UPDATE (closes_at, invited_at, reminded_at) ON assessments TO candour_server;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (token_hash, revoked_at) ON assessment_links TO candour_server;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON letters_stopped TO candour_server;
