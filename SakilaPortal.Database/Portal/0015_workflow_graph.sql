-- The workflow's graph as the pipeline has it, written at its start, and how far each node is.
-- after_nodes: names of the nodes that it builds on. tables: what it makes, each as "database.table".
-- fresh_as_of: whatever was in MySQL and in the landing zone at that time (UTC) is in the node's tables.
-- retry_at, reason: set while the node is held after a failure or a cancelled run: it is not tried before that time unless somebody asks.
CREATE TABLE portal.workflow_node (
  node        VARCHAR(32)   NOT NULL PRIMARY KEY,
  position    INT           NOT NULL,
  after_nodes JSON          NOT NULL,
  tables      JSON          NOT NULL,
  fresh_as_of DATETIME(3)   NULL,
  retry_at    DATETIME(3)   NULL,
  reason      VARCHAR(2000) NULL
);

-- A wish to resume a failed or cancelled run: only what failed or was skipped in it runs.
ALTER TABLE portal.workflow_request ADD COLUMN resume_of BIGINT NULL;

-- resume_of: the run that this one resumes. cancel_requested_by: set by who wants the run ended; its state is then "cancelled".
ALTER TABLE portal.workflow_run
  ADD COLUMN resume_of BIGINT NULL,
  ADD COLUMN cancel_requested_by VARCHAR(64) NULL;
