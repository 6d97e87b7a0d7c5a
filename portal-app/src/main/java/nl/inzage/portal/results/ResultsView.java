package nl.inzage.portal.results;

import java.util.List;

/**
 * The results page.
 *
 * @param years the years that have results, newest first; empty when one page shows everything
 * @param year the year that is shown, null for the newest results
 * @param incomplete whether the server left part of it out by failing
 */
record ResultsView(List<ResultGroup> groups, List<Integer> years, Integer year, boolean incomplete) {}
