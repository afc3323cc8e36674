-- How many forms a page view showed and how many of them were begun, told with each `page_leave` of it; and whether an event is of the
-- site's own team, which no figure counts.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS forms_seen UInt16 DEFAULT 0 COMMENT 'of the page view so far',
    ADD COLUMN IF NOT EXISTS forms_begun UInt16 DEFAULT 0 COMMENT 'of those the ones in which something was entered',
    ADD COLUMN IF NOT EXISTS is_team Bool DEFAULT false COMMENT 'own traffic: the browser bears the mark of a team link';

-- What the visitor read beside what was entered, for whoever reads the form later. Rows of before have names and values alone.
ALTER TABLE personal_data
    ADD COLUMN IF NOT EXISTS labels Map(String, String) COMMENT 'field name to its label, of a consent the sentence agreed to',
    ADD COLUMN IF NOT EXISTS texts Map(String, Array(String)) COMMENT 'field name to what the chosen options read, each in the place of its value';
