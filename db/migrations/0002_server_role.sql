-- What the server works as: it owns nothing, and into the log leads the one function alone (`reliability.md` R20). A new
-- table is closed to it until its migration says otherwise. Roles belong to the whole Postgres: another database may
-- have made this one already, or be doing so now.
DO $$
BEGIN
	CREATE ROLE candour_server NOLOGIN;
EXCEPTION
	WHEN duplicate_object OR unique_violation THEN NULL;
	WHEN insufficient_privilege THEN
		RAISE EXCEPTION 'This account may not make roles. Let an administrator of Postgres run: CREATE ROLE candour_server NOLOGIN; GRANT candour_server TO %;', current_user;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
	IF NOT pg_has_role(current_user, 'candour_server', 'MEMBER') THEN
		GRANT candour_server TO current_user;
	END IF;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO candour_server;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO candour_server;
--> statement-breakpoint
GRANT INSERT ON audit TO candour_server;
--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON
	board_roles, boards, login_sessions, meeting_facts, notices_read, objectives, partners, partnership, people, pots,
	seat_substitutes, seats, sign_in_links
TO candour_server;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
	append_if(uuid, bigint, jsonb, jsonb), command_in_log(uuid, uuid, uuid, jsonb),
	withhold_words(uuid, bigint, uuid, text, bigint), first_broken(uuid)
TO candour_server;
--> statement-breakpoint
-- to see that nothing is missing
GRANT USAGE ON SCHEMA drizzle TO candour_server;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO candour_server;
