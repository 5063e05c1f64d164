-- The history of templates, what else a simulation may be told, and how its rate went.

-- Every version of a template that was saved, the newest being the template itself.
CREATE TABLE portal.template_version (
  template_id INT          NOT NULL,
  version     INT          NOT NULL,
  name        VARCHAR(100) NOT NULL,
  body        MEDIUMTEXT   NOT NULL,
  saved_by    VARCHAR(64)  NULL,
  saved_at    DATETIME(3)  NOT NULL,
  PRIMARY KEY (template_id, version),
  CONSTRAINT template_version_of FOREIGN KEY (template_id) REFERENCES portal.template (template_id) ON DELETE CASCADE
);

INSERT INTO portal.template (name, body, built_in, updated_at)
SELECT CONCAT(name, ', simulated time'), REPLACE(body, 'date.now', 'date.simTime'), 1, updated_at
FROM portal.template WHERE template_id IN (1, 2);

INSERT INTO portal.template_version (template_id, version, name, body, saved_by, saved_at)
SELECT template_id, version, name, body, updated_by, updated_at FROM portal.template;

-- settings: as JSON, the periodic rate and the injected faults, if any. The counts beside accepted are of what was injected: they are no part
-- of attempted = accepted + rejected. Duplicates and malformed records are sent beside the simulation's own.
ALTER TABLE portal.simulation
  ADD COLUMN settings       MEDIUMTEXT NULL,
  ADD COLUMN accepted_bytes BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN throttled      BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN withheld       BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN duplicates     BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN late           BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN malformed      BIGINT NOT NULL DEFAULT 0;

-- The counters at moments while a simulation ran, each second at first and more seldom later.
CREATE TABLE portal.simulation_sample (
  simulation_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sampled_at    DATETIME(3) NOT NULL,
  attempted     BIGINT      NOT NULL,
  accepted      BIGINT      NOT NULL,
  rejected      BIGINT      NOT NULL,
  retried       BIGINT      NOT NULL,
  landed        BIGINT      NOT NULL,
  PRIMARY KEY (simulation_id, sampled_at)
);
