/** An agenda as an officer sent it in 2009, without people's names, and with the paper of 2010 as its fifth item. */
export const AGENDA_OF_TONIGHT = `STRATEGIC PARTNERSHIP BOARD

A meeting of the STRATEGIC PARTNERSHIP BOARD will be held at 6:00 PM and you are invited to attend to consider the following business:-

A G E N D A

APOLOGIES

1. ELECTION OF CHAIRMAN
To elect a Chairman of the Board for the year.

2. MINUTES (Pages 1 - 4)
To approve as a correct record the Minutes of the last meeting of the Board.

3. MEMBERS' INTERESTS
To receive from Members' declarations as to personal and/or prejudicial interests and the nature of those interests in relation to any Agenda Item.

4. APPOINTMENT OF VICE-CHAIRMAN
To appoint a Vice Chairman of the Board for the year.

5. AUDIT COMMISSION'S "WORKING BETTER TOGETHER?" - SUMMARY PAPER AND THOUGHTS ON HOW THE PARTNERSHIP IS PERFORMING (Pages 5 - 8)
The Board is asked to agree how it will show that its contribution to local outcomes is greater than members' separate activities.

6. STRATEGIC THEME: CHILDREN AND YOUNG PEOPLE
(a) To receive a presentation from the Connexions Performance Manager. Discussion paper to follow.
(b) To select a key issue for discussion at the next meeting of the Board.

7. COMMUNITY ENGAGEMENT/NEIGHBOURHOOD PANELS (Pages 9 - 34)
Report by the Heads of Community & Environmental Health, Central & Democratic Services and People, Performance & Partnerships.

8. SUSTAINABLE COMMUNITY STRATEGY - PERFORMANCE MANAGEMENT (Pages 35 - 42)
Report by the Head of People, Performance and Partnerships.

9. ECONOMIC DOWNTURN - LATEST INFORMATION (Pages 43 - 52)
Report by the Head of People, Performance & Partnerships.

10. LPSA UPDATES (Pages 53 - 62)
Report on the LPSA Reward Grant Project enclosed.

11. STRATEGIC PARTNERSHIP EXECUTIVE (Pages 63 - 92)
To receive a report on the last meeting of the Executive.
`;
