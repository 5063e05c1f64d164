-- Events that were refused: posted ones that broke a rule, and landed lines that are no event.
-- source: posted, landed. place: the request and position, or the object's key and line.
-- state: open, waiting (to be replayed at replay_at; until then it can be undone), sending, replayed, dismissed.
CREATE TABLE portal.rejected_event (
  rejected_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source      VARCHAR(16) CHARACTER SET ascii NOT NULL,
  place       VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  event_id    VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  body        MEDIUMTEXT    NOT NULL,
  reason      VARCHAR(2000) NOT NULL,
  found_at    DATETIME(3)   NOT NULL,
  posted_by   VARCHAR(64)   NULL,
  state       VARCHAR(16) CHARACTER SET ascii NOT NULL DEFAULT 'open',
  repaired    MEDIUMTEXT    NULL,
  decided_by  VARCHAR(64)   NULL,
  decided_at  DATETIME(3)   NULL,
  replay_at   DATETIME(3)   NULL,
  replayed_id VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  UNIQUE KEY by_place (place),
  KEY by_state (state, found_at),
  KEY due (state, replay_at),
  KEY by_age (found_at)
);

-- Landed objects whose malformed lines are in the table above.
CREATE TABLE portal.rejected_object (
  object_id BIGINT NOT NULL PRIMARY KEY
);

ALTER TABLE portal.landed_object ADD KEY with_refused (refused_count);
