-- What the counter remembers beside Sakila's own tables.

-- A clerk's request to rent, by its Idempotency-Key: the same key again gets the same answer and makes no second rental.
CREATE TABLE portal.rental_request (
  user_id         INT UNSIGNED NOT NULL,
  idempotency_key VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  body_hash       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rental_id       INT         NULL,
  answer          TEXT        NULL,
  requested_at    DATETIME(3) NOT NULL,
  PRIMARY KEY (user_id, idempotency_key),
  KEY by_age (requested_at)
);

-- Who did what to which row and why.
CREATE TABLE portal.audit (
  audit_id    BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  happened_at DATETIME(3)  NOT NULL,
  user_name   VARCHAR(64)  NOT NULL,
  action      VARCHAR(64)  NOT NULL,
  subject     VARCHAR(128) NOT NULL,
  detail      JSON         NULL,
  KEY by_time (happened_at),
  KEY by_subject (subject)
);

-- A row of sakila deleted through the portal, written in the same transaction; key_json is its primary key, as {"rental_id": 5}.
CREATE TABLE portal.tombstone (
  tombstone_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  table_name   VARCHAR(64) NOT NULL,
  key_json     JSON        NOT NULL,
  deleted_at   DATETIME(3) NOT NULL
);
