"""Words that stand on a page round an English story, and the words of its publication time."""

from __future__ import annotations

from timeline.reading.words import Furniture, StampWords, numbered


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.splitlines() if line.strip())


STAMPS = StampWords(
    months=numbered(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep"
        "|october oct|november nov|december dec",
        1,
    ),
    weekdays=numbered(
        "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun",
        0,
    ),
    halves={"am": 0, "pm": 12},
    fillers=frozenset({"at", "on", "of", "the", "st", "nd", "rd", "th", "t", "date", "time", "local", "hours"}),
    published=_lines("""
        published
        first published
        originally published
        publication date
        date published
        published date
        published on
        posted
        posted on
        posted by
        created
        issued
        released
        dated
    """),
    updated=_lines("""
        updated
        last updated
        updated on
        modified
        last modified
        edited
        last edited
        revised
        corrected
    """),
)

FURNITURE = Furniture(
    stamps=STAMPS,
    labels=_lines("""
        exclusive
        exclusives
        breaking
        breaking news
        live
        live updates
        just in
        latest
        opinion
        analysis
        comment
        commentary
        editorial
        explainer
        feature
        interview
        video
        audio
        podcast
        watch
        watch live
        watch now
        listen
        listen live
        listen now
        listen again
        listen to this article
        listen to this story
        listen to article
        play
        pause
        loading
        loading audio
        loading video
        loading player
        advertisement
        advertisements
        advert
        ad
        sponsored
        sponsored content
        promoted content
        share
        share this
        share this article
        share this story
        share article
        share on facebook
        share on twitter
        share on x
        share on whatsapp
        share via email
        tweet
        facebook
        twitter
        whatsapp
        linkedin
        email
        print
        print this page
        copy link
        copy link to clipboard
        link copied
        save
        save article
        save for later
        bookmark
        gift this article
        comments
        add a comment
        leave a comment
        view comments
        show comments
        join the conversation
        report a typo
        back to top
        skip to content
        skip to main content
        menu
        search
        home
        news
        uk news
        us news
        world
        world news
        politics
        business
        sport
        sports
        weather
        log in
        sign in
        sign out
        sign up
        register
        subscribe
        subscribe now
        donate
        support us
        contact us
        about us
        privacy policy
        cookie policy
        terms and conditions
        terms of use
        accept
        accept all
        accept cookies
        manage cookies
        manage preferences
        reject all
        image source
        image caption
        media caption
        story continues below
        story continues below advertisement
        article continues below
        continue reading
        continue reading below
        continue reading the main story
        show more
        load more
        view more
        view gallery
        open image in gallery
        close
        next
        previous
        staff
        staff writer
        staff reporter
        staff and agencies
        all rights reserved
        see more
        find out more
        click to expand
        follow
        following
        follow us
    """),
    openings=_lines("""
        listen to this article
        listen to this story
        listen to the story
        loading audio
        follow us on
        follow us @
        like us on facebook
        share this article
        share this story
        share this page
        sign up to our
        sign up for our
        sign up to the
        sign up for the
        sign up here
        sign up now
        subscribe to our
        subscribe to the newsletter
        subscribe for free
        subscribe here
        subscribe now
        get our newsletter
        get the newsletter
        get the latest headlines
        get the latest news
        get breaking news
        click here to
        tap here to
        download our app
        download the app
        read more about
        read more on
        read the full story
        read the full article
        we use cookies
        this site uses cookies
        this website uses cookies
        our site uses cookies
        by clicking accept
        by continuing to use this site
        please enable javascript
        javascript is disabled
        javascript is required
        your browser does not support
        all rights reserved
        this article was originally published
        this article was first published
        this story was originally published
        this story was first published
        this article was amended on
        this article was updated on
        do you have a story
        got a story
        have you been affected by
        already a subscriber
        you have free articles
        story continues below
        article continues below
    """),
    colons=_lines("""
        read more
        read also
        read next
        also read
        more
        related
        related article
        related story
        see also
        don't miss
        watch
        watch live
        watch more
        listen
        listen now
        video
        gallery
        in pictures
        caption
        tags
        topics
        filed under
        categories
        category
        share
        follow
        contact
        email
        tel
        advertisement
        reporting by
        writing by
        editing by
        additional reporting
        additional reporting by
        author
        written by
        correction
        clarification
    """),
    sections=_lines("""
        read more
        read next
        read also
        related
        related articles
        related stories
        related topics
        related news
        related content
        related links
        more on this story
        more on this
        more from us
        more news
        more stories
        more to explore
        more like this
        most read
        most popular
        most viewed
        most watched
        most shared
        recommended
        recommended for you
        recommended stories
        trending
        trending now
        top stories
        latest news
        latest stories
        latest headlines
        you may also like
        you might also like
        you may be interested in
        up next
        editor's picks
        editors' picks
        don't miss
        what to read next
        see also
        elsewhere
        popular now
        in other news
    """),
    bylines=_lines("""
        by
        words by
        written by
        report by
        story by
    """),
    credits=_lines("""
        photo
        photos
        photo by
        photo credit
        photograph
        photograph by
        picture
        pictures
        picture by
        picture credit
        image
        images
        image by
        image credit
        image source
        credit
        pic
        video by
        illustration
        illustration by
    """),
    endings=_lines("""
        min read
        mins read
        minute read
        minutes read
        ago
        all rights reserved
        comments
    """),
    until=_lines("""
        to
        till
        until
    """),
    joins=frozenset({"with", "and", "of", "the", "on", "from", "in", "for", "your", "at", "to"}),
)
