CREATE TABLE "register_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"board_id" uuid,
	"kind" text NOT NULL,
	"slot" text,
	"holds" jsonb NOT NULL,
	"turn" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"struck_at" timestamp (3) with time zone,
	CONSTRAINT "register_lines_slot" UNIQUE("slot")
);
--> statement-breakpoint
ALTER TABLE "register_lines" ADD CONSTRAINT "register_lines_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_lines_board" ON "register_lines" USING btree ("board_id","kind");--> statement-breakpoint
-- a new table is closed to what the server works as, until its migration says otherwise; a line is struck out, never removed
GRANT SELECT, INSERT, UPDATE ON register_lines TO candour_server;
