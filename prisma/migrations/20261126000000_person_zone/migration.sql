-- Where somebody's zone is from when the firm file names none: `firm`, or `profile` once a chat has told it. Empty: the file names it, or they were met in a chat.
ALTER TABLE "person" ADD COLUMN "zone_from" TEXT;
