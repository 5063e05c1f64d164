-- What the portal remembers of saved queries, which themselves live in Athena.

-- Each run of a report; run_id is Athena's query execution id. columns_json and row_count are kept once they are known.
CREATE TABLE portal.report_run (
  run_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  report_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  report_name  VARCHAR(128) NOT NULL,
  sql_text     MEDIUMTEXT   NOT NULL,
  parameters   JSON         NOT NULL,
  started_by   VARCHAR(64)  NOT NULL,
  started_at   DATETIME(3)  NOT NULL,
  columns_json JSON         NULL,
  row_count    BIGINT       NULL,
  KEY of_report (report_id, started_at),
  KEY by_time (started_at)
);

-- Every text that a report had, from its first change through the portal on.
CREATE TABLE portal.report_version (
  report_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version     INT           NOT NULL,
  report_name VARCHAR(128)  NOT NULL,
  description VARCHAR(1024) NULL,
  sql_text    MEDIUMTEXT    NOT NULL,
  changed_by  VARCHAR(64)   NOT NULL,
  changed_at  DATETIME(3)   NOT NULL,
  PRIMARY KEY (report_id, version)
);
