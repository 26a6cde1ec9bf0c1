CREATE TABLE "screen_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"level" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "screen_links_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "screen_links" ADD CONSTRAINT "screen_links_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screen_links" ADD CONSTRAINT "screen_links_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "screen_links_meeting" ON "screen_links" USING btree ("meeting_id");--> statement-breakpoint
-- a new table is closed to what the server works as, until its migration says otherwise; a link is ended, never removed
GRANT SELECT, INSERT, UPDATE ON screen_links TO candour_server;
