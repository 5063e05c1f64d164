-- What a request tried to post: attempted is written before anything is looked at, the rest when it was answered. Its events are counted as often
-- as they are posted; of the accepted ones those are repeated whose id was accepted before.
CREATE TABLE portal.posting (
  request_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  posted_at  DATETIME(3) NOT NULL,
  attempted  INT NOT NULL,
  accepted   INT NULL,
  rejected   INT NULL,
  repeated   INT NULL,
  KEY by_time (posted_at),
  KEY by_outcome (accepted, posted_at)
);

-- The answered ones from before counted_until, summed up.
CREATE TABLE portal.ledger_posting (
  ledger_id     TINYINT     NOT NULL PRIMARY KEY,
  counted_until DATETIME(3) NOT NULL,
  attempted     BIGINT      NOT NULL,
  accepted      BIGINT      NOT NULL,
  rejected      BIGINT      NOT NULL,
  repeated      BIGINT      NOT NULL
);

INSERT INTO portal.ledger_posting VALUES (1, '1970-01-01', 0, 0, 0, 0);

-- What was posted before is known by its events alone.
INSERT INTO portal.posting
SELECT REPEAT('0', 32), '1970-01-01', COUNT(*), SUM(state = 'accepted'), SUM(state = 'rejected'), 0
FROM portal.partner_event WHERE state <> 'sending' HAVING COUNT(*) > 0;

ALTER TABLE portal.ledger_posted DROP COLUMN rejected;
