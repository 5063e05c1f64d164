-- A sign-in: an access token counts while its session is here. The refresh token's secret is kept as a hash and replaced at each use.
CREATE TABLE portal.session (
  session_id     CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  user_id        INT UNSIGNED NOT NULL,
  security_stamp CHAR(32)     NOT NULL,
  secret_hash    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  previous_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  rotated_at     DATETIME(3)  NOT NULL,
  expires_at     DATETIME(3)  NOT NULL,
  KEY by_expiry (expires_at),
  CONSTRAINT session_of FOREIGN KEY (user_id) REFERENCES portal.user (user_id) ON DELETE CASCADE
);
