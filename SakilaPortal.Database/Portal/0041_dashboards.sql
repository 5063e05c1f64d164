-- Pages of several reports. tiles is a list of {reportId, title, view, wide}.
CREATE TABLE portal.dashboard (
  dashboard_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name         VARCHAR(128)  NOT NULL,
  description  VARCHAR(1024) NULL,
  tiles        JSON          NOT NULL,
  created_by   VARCHAR(64)   NOT NULL,
  changed_by   VARCHAR(64)   NOT NULL,
  changed_at   DATETIME(3)   NOT NULL,
  UNIQUE KEY by_name (name)
);
