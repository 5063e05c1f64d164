-- What a run read, how it ended, and whose result it shows: kept here, so that it outlives Athena's own history.

-- report_sql is the text before its values were put in. question identifies text and table versions together: equal ones have equal answers.
-- source_run_id: the run whose result this one took over. state and what follows are known once the run has ended.
ALTER TABLE portal.report_run
  ADD COLUMN report_sql      MEDIUMTEXT    NULL,
  ADD COLUMN database_name   VARCHAR(64)   NULL,
  ADD COLUMN tables_read     JSON          NULL,
  ADD COLUMN question        CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN as_of           VARCHAR(64)   NULL,
  ADD COLUMN source_run_id   VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN state           VARCHAR(16)   CHARACTER SET ascii NULL,
  ADD COLUMN reason          VARCHAR(2000) NULL,
  ADD COLUMN bytes_scanned   BIGINT        NOT NULL DEFAULT 0,
  ADD COLUMN cost            DECIMAL(18,8) NOT NULL DEFAULT 0,
  ADD COLUMN queue_ms        BIGINT        NOT NULL DEFAULT 0,
  ADD COLUMN engine_ms       BIGINT        NOT NULL DEFAULT 0,
  ADD COLUMN total_ms        BIGINT        NOT NULL DEFAULT 0,
  ADD COLUMN ended_at        DATETIME(3)   NULL,
  ADD COLUMN output_location VARCHAR(1024) NULL,
  ADD KEY by_question (question, started_at),
  ADD KEY by_person (started_by, started_at),
  ADD KEY unfinished (state, started_at);

CREATE TABLE portal.report_favourite (
  user_name VARCHAR(64) NOT NULL,
  report_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (user_name, report_id)
);
