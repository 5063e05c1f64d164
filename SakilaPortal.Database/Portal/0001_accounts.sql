-- Who may use the portal.
CREATE TABLE portal.user (
  user_id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_name      VARCHAR(64)  NOT NULL,
  password_hash  VARCHAR(255) NOT NULL,
  names          VARCHAR(100) NOT NULL,
  surnames       VARCHAR(100) NOT NULL,
  birth_date     DATE         NULL,
  disabled       TINYINT(1)   NOT NULL DEFAULT 0,
  staff_id       TINYINT UNSIGNED NULL,
  security_stamp CHAR(32)     NOT NULL,
  created_at     DATETIME(3)  NOT NULL,
  UNIQUE KEY by_name (user_name)
);

CREATE TABLE portal.user_role (
  user_id INT UNSIGNED NOT NULL,
  role    VARCHAR(16)  NOT NULL,
  PRIMARY KEY (user_id, role),
  CONSTRAINT user_role_of_user FOREIGN KEY (user_id) REFERENCES portal.user (user_id) ON DELETE CASCADE
);

-- With no demo accounts, whoever holds this code makes the first admin; used once.
CREATE TABLE portal.bootstrap_code (
  code_hash  CHAR(64)    NOT NULL PRIMARY KEY,
  created_at DATETIME(3) NOT NULL
);

-- Where the schema sakila came from; a load that has no loaded_at was cut off and is made again.
CREATE TABLE portal.sakila_load (
  source    VARCHAR(16) NOT NULL,
  scale     INT         NOT NULL,
  loaded_at DATETIME(3) NULL
);

-- The key ring that protects the Api's tokens, shared by all its instances.
CREATE TABLE portal.data_protection_key (
  friendly_name VARCHAR(100) NOT NULL PRIMARY KEY,
  xml           TEXT         NOT NULL
);
