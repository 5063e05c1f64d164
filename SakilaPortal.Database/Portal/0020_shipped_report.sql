-- The saved queries that came with the portal, as they were last written to Athena: one whose text differs there was edited by a person and stays.
CREATE TABLE portal.shipped_report (
  report_name VARCHAR(128) NOT NULL PRIMARY KEY,
  report_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sql_text    MEDIUMTEXT    NOT NULL,
  written_at  DATETIME(3)   NOT NULL
);
