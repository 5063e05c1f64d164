-- Where vendors' files come from, and what each source gave last. A content whose landed_at is missing is being stored under object_key.
CREATE TABLE portal.vendor_source (
  source        VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  location      VARCHAR(2000) NOT NULL,
  etag          VARCHAR(400)  NULL,
  last_modified VARCHAR(64)   NULL,
  content_hash  CHAR(64)      CHARACTER SET ascii NULL,
  object_key    VARCHAR(700)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  landed_at     DATETIME(3)   NULL,
  checked_at    DATETIME(3)   NULL,
  next_at       DATETIME(3)   NOT NULL,
  claimed_until DATETIME(3)   NULL,
  failures      INT           NOT NULL DEFAULT 0,
  problem       VARCHAR(2000) NULL
);
