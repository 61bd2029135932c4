// SPDX-License-Identifier: Apache-2.0
#include "gui/repoheader.h"

#include "gui/repofacts.h"
#include "gui/weblinks.h"
#include "local/favourites.h"
#include "ui_repoheader.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

RepoHeader::RepoHeader(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::RepoHeader>())
{
    m_ui->setupUi(this);
    m_ui->name->setElideMode(Qt::ElideMiddle);
    connect(m_ui->openOnHub, &QPushButton::clicked, this, &RepoHeader::pageAsked);
    connect(m_ui->favourite, &QPushButton::toggled, this, [this](bool isFavourite) {
        if (isFavourite)
            m_favourites->add(m_repo);
        else
            m_favourites->remove(m_repo);
    });
}

RepoHeader::~RepoHeader() = default;

void RepoHeader::setFavourites(Favourites *favourites)
{
    m_favourites = favourites;
    connect(favourites, &Favourites::changed, this, &RepoHeader::updateFavourite);
}

void RepoHeader::setRepo(const RepoInfo &info, bool isOffline, const QString &asker)
{
    m_repo = info.id;
    const QString owner = m_repo.owner();
    m_ui->owner->setText(owner.isEmpty() ? QString() : owner + u" / "_s);
    m_ui->name->setText(m_repo.shortName());
    m_ui->facts->setFacts(gui::factsOf(info, m_repo.type, isOffline, asker));
    updateFavourite();
}

void RepoHeader::setOwn(bool isOwn)
{
    m_ui->favourite->setVisible(isOwn);
}

void RepoHeader::setPage(const QUrl &page)
{
    m_ui->openOnHub->setVisible(gui::mayOpen(page));
    m_ui->openOnHub->setToolTip(tr("Open on %1").arg(page.host()));
}

void RepoHeader::toggleFavourite()
{
    m_ui->favourite->toggle();
}

void RepoHeader::updateFavourite()
{
    const bool isFavourite = m_favourites->contains(m_repo);
    m_ui->favourite->setChecked(isFavourite);
    m_ui->favourite->setKind(isFavourite ? look::Button::Kind::Link : look::Button::Kind::Flat);
    m_ui->favourite->setToolTip(isFavourite ? tr("One of your favourites: press to take it out")
                                            : tr("Add it to your favourites"));
}
