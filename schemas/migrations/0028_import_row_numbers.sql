-- Rows of files are numbered as a spreadsheet does.
ALTER TABLE import_rows COMMENT COLUMN IF EXISTS row 'as a spreadsheet numbers it: from 1, with the header and empty rows counted';
