-- People -------------------------------------------------------------------------------------------------------------

CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "department" TEXT,
    "client" TEXT,
    "roles" TEXT[],
    "locale" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "person_email_idx" ON "person"("email");

CREATE TABLE "account" (
    "platform" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("platform","id")
);
CREATE INDEX "account_person_id_idx" ON "account"("person_id");
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "department" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "head" TEXT,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "client" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "manager" TEXT,

    CONSTRAINT "client_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directory" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "revision" BIGINT NOT NULL DEFAULT 0,
    "file_hash" TEXT,

    CONSTRAINT "directory_pkey" PRIMARY KEY ("id")
);
INSERT INTO "directory" DEFAULT VALUES;

-- Gestures and records -----------------------------------------------------------------------------------------------

CREATE TABLE "inbox" (
    "platform" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "intent" TEXT,
    "actor" TEXT,
    "outcome" TEXT NOT NULL,
    "input" JSONB,
    "answer" JSONB,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("platform","key")
);
CREATE INDEX "inbox_received_at_idx" ON "inbox"("received_at");

CREATE TABLE "record" (
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "owner" TEXT,
    "client" TEXT,
    "asked_by" TEXT,
    "parent" TEXT,
    "unique_key" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "record_pkey" PRIMARY KEY ("number")
);
CREATE UNIQUE INDEX "record_unique_key_key" ON "record"("unique_key");
CREATE INDEX "record_parent_idx" ON "record"("parent");
CREATE INDEX "record_asked_by_idx" ON "record"("asked_by");
CREATE INDEX "record_kind_state_idx" ON "record"("kind", "state");

CREATE TABLE "holder" (
    "number" TEXT NOT NULL,
    "holder" TEXT NOT NULL,

    CONSTRAINT "holder_pkey" PRIMARY KEY ("number","holder")
);
CREATE INDEX "holder_holder_idx" ON "holder"("holder");
ALTER TABLE "holder" ADD CONSTRAINT "holder_number_fkey" FOREIGN KEY ("number") REFERENCES "record"("number") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE SEQUENCE "number_request";
CREATE SEQUENCE "number_approval";
CREATE SEQUENCE "number_progress";
CREATE SEQUENCE "number_survey";

-- What goes out ------------------------------------------------------------------------------------------------------

CREATE TABLE "post" (
    "seq" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "record" TEXT,
    "platform" TEXT NOT NULL,
    "place_type" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "person" TEXT,
    "lane" TEXT NOT NULL,
    "picture" TEXT,
    "content" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "claimed_by" TEXT,
    "cause" TEXT NOT NULL,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "first_tried_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_pkey" PRIMARY KEY ("seq")
);
CREATE UNIQUE INDEX "post_id_key" ON "post"("id");
CREATE INDEX "post_cause_idx" ON "post"("cause");
CREATE INDEX "post_record_idx" ON "post"("record");
-- The queue itself is small however long the history grows.
CREATE INDEX "post_open_idx" ON "post"("lane", "seq") WHERE "state" IN ('waiting', 'sending', 'unsure');
CREATE INDEX "post_unsent_picture_idx" ON "post"("picture") WHERE "state" IN ('waiting', 'sending', 'unsure', 'dead');
-- Waiting shows of one picture in one lane are one: drawn once, from the state at sending time.
CREATE UNIQUE INDEX "post_waiting_show_idx" ON "post"("lane", "picture") WHERE "state" = 'waiting' AND "kind" = 'show';

CREATE TABLE "message" (
    "id" BIGSERIAL NOT NULL,
    "picture" TEXT NOT NULL,
    "record" TEXT,
    "content" JSONB NOT NULL,
    "platform" TEXT NOT NULL,
    "place_type" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "person" TEXT,
    "lane" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "drawn" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "message_platform_chat_message_key" ON "message"("platform", "chat", "message");
CREATE INDEX "message_picture_idx" ON "message"("picture");

-- Time ---------------------------------------------------------------------------------------------------------------

CREATE TABLE "agenda" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "record" TEXT,
    "person" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "stale_ms" BIGINT,
    "state" TEXT NOT NULL DEFAULT 'due',
    "reason" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "agenda_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "agenda_key_key" ON "agenda"("key");
CREATE INDEX "agenda_record_idx" ON "agenda"("record");
CREATE INDEX "agenda_due_idx" ON "agenda"("due_at") WHERE "state" = 'due';

CREATE TABLE "horizon" (
    "job" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "horizon_pkey" PRIMARY KEY ("job")
);

CREATE TABLE "clock_offset" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offset_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "clock_offset_pkey" PRIMARY KEY ("id")
);
INSERT INTO "clock_offset" DEFAULT VALUES;

-- Audit: append-only, hash-chained -----------------------------------------------------------------------------------

CREATE TABLE "audit" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "record" TEXT,
    "event" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("seq")
);
CREATE INDEX "audit_record_idx" ON "audit"("record");

CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);
INSERT INTO "audit_head" ("hash") VALUES (repeat('0', 64));

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit can only be added to';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- The playground's conversations -------------------------------------------------------------------------------------

CREATE TABLE "playground_message" (
    "id" BIGSERIAL NOT NULL,
    "chat" TEXT NOT NULL,
    "author" TEXT,
    "text" TEXT,
    "message" JSONB,
    "post" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "edited" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "playground_message_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "playground_message_post_key" ON "playground_message"("post");
CREATE INDEX "playground_message_chat_id_idx" ON "playground_message"("chat", "id");
