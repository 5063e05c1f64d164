-- How the lake is kept tidy and compared with its source.

-- What no kept version names any more: it goes once no query can still be reading it.
CREATE TABLE portal.doomed_object (
  bucket     VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  object_key VARCHAR(700) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  doomed_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (bucket, object_key),
  KEY by_age (doomed_at)
);

-- How far a task that goes through time has come: what is older has been looked at.
CREATE TABLE portal.upkeep (
  task       VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  done_until DATETIME(3)  NOT NULL
);

ALTER TABLE portal.table_version ADD KEY by_age (published_at);

-- key_sum: the sum of a file's keys, by which it is compared with MySQL without being read.
ALTER TABLE portal.table_file ADD COLUMN key_sum DECIMAL(38,0) NULL, ADD KEY by_key (object_key(120));

ALTER TABLE portal.event_batch ADD KEY by_key (object_key(120));
