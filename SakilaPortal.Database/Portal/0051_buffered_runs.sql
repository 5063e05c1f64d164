-- Set for a run that included buffered events: how many, and how many could not be, as JSON. Its result is never taken over.
ALTER TABLE portal.report_run ADD COLUMN buffered JSON NULL;
