-- What partners send: templates of simulated events, the simulations themselves, and the journal of posted events.

-- Templates of records. Built-in ones cannot be changed; each change of another raises its version.
CREATE TABLE portal.template (
  template_id INT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name        VARCHAR(100) NOT NULL,
  body        MEDIUMTEXT   NOT NULL,
  built_in    TINYINT(1)   NOT NULL DEFAULT 0,
  version     INT          NOT NULL DEFAULT 1,
  updated_by  VARCHAR(64)  NULL,
  updated_at  DATETIME(3)  NOT NULL,
  UNIQUE KEY by_name (name)
);

INSERT INTO portal.template (template_id, name, body, built_in, updated_at) VALUES
(1, 'Streaming partners', '{
  "timestamp": "{{date.now}}",
  "eventType": "{{random.weightedArrayElement({"weights": [0.3, 0.1, 0.6], "data": ["rent", "buy", "trailer"]})}}",
  "film_id": {{random.number({"min": 1, "max": 1000})}},
  "distributor": "{{random.arrayElement(["amazon prime", "google play", "apple itunes", "vudo", "fandango now", "microsoft", "youtube"])}}",
  "platform": "{{random.arrayElement(["ios", "android", "xbox", "playstation", "smart tv", "other"])}}",
  "state": "{{address.state}}"
}
', 1, UTC_TIMESTAMP(3)),
(2, 'Social media partners', '{
  "timestamp": "{{date.now}}",
  "eventType": "{{random.weightedArrayElement({"weights": [0.3, 0.1, 0.6], "data": ["rent", "buy", "trailer"]})}}",
  "film_id": {{random.number({"min": 1, "max": 1000})}},
  "distributor": "{{random.arrayElement(["amazon prime", "google play", "apple itunes", "twitter", "microsoft", "meta", "youtube"])}}",
  "platform": "{{random.arrayElement(["ios", "android", "xbox", "social-media", "tech", "other"])}}",
  "state": "{{address.state}}"
}
', 1, UTC_TIMESTAMP(3));

-- One row a simulation, which journals all its events: those numbered 1 to settled are decided, and of these all are accepted but the
-- ranges in rejected_ranges ([[first, last], …]). Record n is rendered from seed and n alone, so that whoever holds the lease can go on.
-- state: running, completed, stopped, failed.
CREATE TABLE portal.simulation (
  simulation_id      CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  state              VARCHAR(16) CHARACTER SET ascii NOT NULL,
  template_name      VARCHAR(100)  NULL,
  template_body      MEDIUMTEXT    NOT NULL,
  delivery_stream    VARCHAR(64)   NOT NULL,
  rate               DOUBLE        NOT NULL,
  stop_after_records BIGINT        NULL,
  stop_after_seconds DOUBLE        NULL,
  seed               BIGINT        NOT NULL,
  attempted          BIGINT        NOT NULL DEFAULT 0,
  accepted           BIGINT        NOT NULL DEFAULT 0,
  rejected           BIGINT        NOT NULL DEFAULT 0,
  retried            BIGINT        NOT NULL DEFAULT 0,
  settled            BIGINT        NOT NULL DEFAULT 0,
  rejected_ranges    LONGTEXT      NOT NULL,
  started_by         VARCHAR(64)   NOT NULL,
  started_at         DATETIME(3)   NOT NULL,
  ended_at           DATETIME(3)   NULL,
  reason             VARCHAR(2000) NULL,
  stop_requested     TINYINT(1)    NOT NULL DEFAULT 0,
  lease_owner        CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  lease_until        DATETIME(3)   NULL,
  KEY by_state (state, lease_until)
);

-- Every event posted by a partner, noted before it is put. state: sending (not yet answered, or never will be), accepted, rejected.
CREATE TABLE portal.partner_event (
  event_id    VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  request_id  CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  posted_by   VARCHAR(64)  NOT NULL,
  posted_at   DATETIME(3)  NOT NULL,
  state       VARCHAR(16) CHARACTER SET ascii NOT NULL,
  KEY by_request (request_id),
  KEY by_time (posted_at)
);
