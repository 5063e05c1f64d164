-- What the lake knows of itself: how far replication is, what has landed, which files make a table, and how the work went.

-- One row a replicated table. Changes whose last_update is at or after the watermark (UTC) may still be to come.
CREATE TABLE portal.replication_watermark (
  table_name  VARCHAR(64)  NOT NULL PRIMARY KEY,
  watermark   DATETIME     NOT NULL,
  highest_key BIGINT       NULL,
  last_file   VARCHAR(64)  NOT NULL,
  updated_at  DATETIME(3)  NOT NULL
);

-- Every object of the landing zone, known by key and ETag: however often its arrival is told, it is taken in once.
-- state: found, taken, refused (a bad file: reason says why), gone (told, but not there).
CREATE TABLE portal.landed_object (
  object_id     BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  object_key    VARCHAR(700) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  etag          VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  feed          VARCHAR(80)  CHARACTER SET ascii NOT NULL,
  byte_count    BIGINT       NOT NULL DEFAULT 0,
  state         VARCHAR(16)  CHARACTER SET ascii NOT NULL DEFAULT 'found',
  found_at      DATETIME(3)  NOT NULL,
  taken_at      DATETIME(3)  NULL,
  row_count     BIGINT       NOT NULL DEFAULT 0,
  refused_count BIGINT       NOT NULL DEFAULT 0,
  version       BIGINT       NULL,
  reason        VARCHAR(2000) NULL,
  UNIQUE KEY object_and_content (object_key, etag),
  KEY waiting (state, feed, object_key),
  KEY by_feed (feed, object_key)
);

-- A version of a table of the lake, as published: its files are those of table_file that it had not yet removed.
CREATE TABLE portal.table_version (
  database_name VARCHAR(64)   NOT NULL,
  table_name    VARCHAR(64)   NOT NULL,
  version       BIGINT        NOT NULL,
  published_at  DATETIME(3)   NOT NULL,
  row_count     BIGINT        NOT NULL,
  byte_count    BIGINT        NOT NULL,
  file_count    INT           NOT NULL,
  location      VARCHAR(1024) NOT NULL,
  inputs        JSON          NULL,
  run_id        BIGINT        NULL,
  PRIMARY KEY (database_name, table_name, version)
);

-- The immutable Parquet files; where a table is kept in key order, first_key and last_key bound a file's rows.
CREATE TABLE portal.table_file (
  file_id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  database_name   VARCHAR(64)  NOT NULL,
  table_name      VARCHAR(64)  NOT NULL,
  object_key      VARCHAR(700) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  added_version   BIGINT       NOT NULL,
  removed_version BIGINT       NULL,
  row_count       BIGINT       NULL,
  byte_count      BIGINT       NOT NULL,
  first_key       BIGINT       NULL,
  last_key        BIGINT       NULL,
  KEY of_table (database_name, table_name, removed_version)
);

-- Accepted events of one or more landed objects, as one Parquet file that waits for, or went into, a version of streaming_films.
CREATE TABLE portal.event_batch (
  batch_id    BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  object_key  VARCHAR(700) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  row_count   BIGINT       NOT NULL,
  byte_count  BIGINT       NOT NULL,
  simulations JSON         NOT NULL,
  version     BIGINT       NULL,
  KEY waiting (version)
);

-- Which numbers of a series of event ids ("<32 hex digits>-<number>") have been seen: one bit each, 32,768 a bucket.
CREATE TABLE portal.event_series (
  series    CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bucket    BIGINT        NOT NULL,
  bits      VARBINARY(4096) NOT NULL,
  last_seen DATETIME(3)   NOT NULL,
  PRIMARY KEY (series, bucket),
  KEY by_age (last_seen)
);

-- All other event ids seen, by their hash.
CREATE TABLE portal.event_seen (
  event_hash BINARY(16)  NOT NULL PRIMARY KEY,
  seen_at    DATETIME(3) NOT NULL,
  KEY by_age (seen_at)
);

-- Distinct events of a simulation: landed, and counted in reports.
CREATE TABLE portal.simulation_progress (
  simulation_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  landed        BIGINT      NOT NULL DEFAULT 0,
  in_reports    BIGINT      NOT NULL DEFAULT 0,
  updated_at    DATETIME(3) NOT NULL
);

-- A wish to run the workflow now; run_id is the run that granted it (several wishes may share one).
CREATE TABLE portal.workflow_request (
  request_id   BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  requested_by VARCHAR(64) NOT NULL,
  requested_at DATETIME(3) NOT NULL,
  run_id       BIGINT      NULL,
  KEY waiting (run_id)
);

-- state: running, succeeded, failed. Runs of the schedule that find nothing to do leave no row.
CREATE TABLE portal.workflow_run (
  run_id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  triggered_by VARCHAR(80)   NOT NULL,
  state        VARCHAR(16)   NOT NULL,
  started_at   DATETIME(3)   NOT NULL,
  ended_at     DATETIME(3)   NULL,
  reason       VARCHAR(2000) NULL,
  KEY by_start (started_at)
);

-- state: running, retrying, succeeded, failed, skipped (a node that it builds on failed).
CREATE TABLE portal.workflow_node_run (
  run_id     BIGINT NOT NULL,
  node       VARCHAR(32)   NOT NULL,
  state      VARCHAR(16)   NOT NULL,
  attempts   INT           NOT NULL DEFAULT 1,
  started_at DATETIME(3)   NULL,
  ended_at   DATETIME(3)   NULL,
  row_count  BIGINT        NOT NULL DEFAULT 0,
  byte_count BIGINT        NOT NULL DEFAULT 0,
  file_count INT           NOT NULL DEFAULT 0,
  reason     VARCHAR(2000) NULL,
  PRIMARY KEY (run_id, node),
  CONSTRAINT workflow_node_run_of FOREIGN KEY (run_id) REFERENCES portal.workflow_run (run_id) ON DELETE CASCADE
);

-- Who may work now: one worker at a time, until the lease expires or is given back.
CREATE TABLE portal.lease (
  lease_name VARCHAR(64) NOT NULL PRIMARY KEY,
  owner      CHAR(32)    NOT NULL,
  expires_at DATETIME(3) NOT NULL
);

-- Which tombstones have gone to the landing zone.
ALTER TABLE portal.tombstone ADD COLUMN replicated_at DATETIME(3) NULL, ADD KEY waiting (replicated_at);
